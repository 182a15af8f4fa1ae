//! What a misspelt name was probably meant to be.
//!
//! A name that is right comes back in AWS's spelling. Nothing is suggested for what is like no
//! known name. One edit (a letter lost, added, changed, or swapped with its neighbour) is told
//! from two; among names that are equally near the likelier edit wins, then the better known
//! service.

mod action;
mod distance;
mod key;
mod lists;
mod service;

use crate::Service;

/// Services that most policies are about, the commonest first; used only to break ties.
const COMMON: [&str; 24] = [
    "s3",
    "ec2",
    "iam",
    "lambda",
    "dynamodb",
    "logs",
    "sqs",
    "sns",
    "kms",
    "sts",
    "cloudwatch",
    "secretsmanager",
    "ssm",
    "ecs",
    "ecr",
    "rds",
    "eks",
    "events",
    "states",
    "kinesis",
    "cloudformation",
    "apigateway",
    "glue",
    "athena",
];

/// The cost of the one edit that makes `typed` of `name`, when one is enough.
pub(crate) fn edit_cost(typed: &[u8], name: &[u8]) -> Option<u32> {
    distance::single_edit(typed, name).map(distance::Edit::cost)
}

/// The place of a service among the commonest ones.
fn rank(service: Service) -> usize {
    let prefix = service.prefix();
    let place = COMMON.iter().position(|common| *common == prefix);
    place.unwrap_or(COMMON.len())
}

/// Returns the action that `text` (`s3:GetObjcet`) was probably meant to be.
///
/// The typed service is looked at first, then services with a prefix like it, then the same name
/// anywhere. Names of API operations always give the action that they need.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::suggest;
///
/// assert_eq!(suggest::action("s3:GetObjcet").as_deref(), Some("s3:GetObject"));
/// assert_eq!(suggest::action("sqs:GetObject").as_deref(), Some("s3:GetObject"));
/// assert_eq!(suggest::action("s3:HeadObject").as_deref(), Some("s3:GetObject"));
/// assert_eq!(suggest::action("s3:Frobnicate"), None);
/// ```
#[must_use]
pub fn action(text: &str) -> Option<String> {
    action::suggest(text).map(|action| action.to_string())
}

/// Returns the service prefix that `text` was probably meant to be.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::suggest;
///
/// assert_eq!(suggest::service("dynamdb"), Some("dynamodb"));
/// assert_eq!(suggest::service("stepfunctions"), Some("states"));
/// ```
#[must_use]
pub fn service(text: &str) -> Option<&'static str> {
    service::suggest(text).map(Service::prefix)
}

/// Returns the names that people use for services, with what they mean, sorted.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::suggest;
///
/// assert!(suggest::service_aliases().any(|(alias, service)| {
///     alias == "stepfunctions" && service.prefix() == "states"
/// }));
/// ```
pub fn service_aliases() -> impl ExactSizeIterator<Item = (&'static str, Service)> + Clone {
    service::aliases()
}

/// Returns the condition key that `text` was probably meant to be.
///
/// What fills a hole is taken over as it was typed.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::suggest;
///
/// assert_eq!(suggest::condition_key("aws:SourceIP4").as_deref(), Some("aws:SourceIp"));
/// let tag = suggest::condition_key("aws:RequstTag/team");
/// assert_eq!(tag.as_deref(), Some("aws:RequestTag/team"));
/// ```
#[must_use]
pub fn condition_key(text: &str) -> Option<String> {
    key::suggest(text)
}

/// Returns the service principal that `text` was probably meant to be.
///
/// The list is never complete, so nothing is suggested for a principal named after a known
/// service, nor for one of a region or of another partition.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::suggest;
///
/// let lambda = Some("lambda.amazonaws.com");
/// assert_eq!(suggest::service_principal("lamda.amazonaws.com"), lambda);
/// assert_eq!(suggest::service_principal("lambda"), lambda);
/// assert_eq!(suggest::service_principal("logs.eu-west-1.amazonaws.com"), None);
/// ```
#[must_use]
pub fn service_principal(text: &str) -> Option<&'static str> {
    lists::service_principal(text)
}

/// Returns the AWS-managed policy that `text`, a name or an ARN, was probably meant to be.
///
/// A name gives a name, an ARN gives an ARN, where it is known.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::suggest;
///
/// assert_eq!(
///     suggest::managed_policy("arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRole"),
///     Some("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")
/// );
/// assert_eq!(suggest::managed_policy("ReadOnlyAcess"), Some("ReadOnlyAccess"));
/// ```
#[must_use]
pub fn managed_policy(text: &str) -> Option<&'static str> {
    lists::managed_policy(text)
}

/// Returns the region that `text` was probably meant to be.
///
/// A region that differs from known ones only by its number is taken for a new one.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::suggest;
///
/// assert_eq!(suggest::region("us-esat-1"), Some("us-east-1"));
/// assert_eq!(suggest::region("eu-west-9"), None);
/// ```
#[must_use]
pub fn region(text: &str) -> Option<&'static str> {
    lists::region(text)
}

/// Returns the partition that `text` was probably meant to be.
///
/// # Example
///
/// ```
/// assert_eq!(iam_dsl_catalog::suggest::partition("aws-gov"), None);
/// assert_eq!(iam_dsl_catalog::suggest::partition("asw"), Some("aws"));
/// ```
#[must_use]
pub fn partition(text: &str) -> Option<&'static str> {
    lists::partition(text)
}
