//! The macros of [`iam_dsl`](https://docs.rs/iam-dsl): AWS IAM names and policies, checked as they
//! compile.
//!
//! Use them through `iam_dsl`, which re-exports them all. A library that re-exports `iam_dsl` in
//! turn can put `crate = path::to::iam_dsl;` in front of the arguments of each.
//!
//! The rules themselves are [`iam_dsl_rules::check`]; here tokens are read (`input`, `action::parse`,
//! `policy::parse`), checked, and turned into Rust (`expand`).

mod action;
mod assert;
mod diagnostic;
mod input;
mod literal;
mod names;
mod policy;
mod root;
mod run;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

use crate::action::List;
use crate::assert::Assertion;
use crate::policy::Kind;
use crate::run::run;

/// One action: `action!(s3::GetObject)`.
///
/// The name is looked up as it compiles. It can be written `s3::GetObject`, `s3:GetObject` or
/// `"s3:GetObject"`, in any case; the first part always is a service prefix, whatever is in scope.
/// The value is an `Action`, and can stand in a `const`. With a wildcard it is an `ActionPattern`,
/// which must match at least one action.
///
/// ```
/// use iam_dsl::{Action, action};
///
/// const READ: Action = action!(s3::GetObject);
/// assert_eq!(READ.to_string(), "s3:GetObject");
/// assert_eq!(action!("S3:getobject"), READ);
/// assert_eq!(action!(s3:Get*).as_str(), "s3:Get*");
/// ```
///
/// AWS may have an action before this version of the catalog does:
///
/// ```
/// # use iam_dsl::action;
/// assert_eq!(action!(unchecked "s3:BrandNewAction").as_str(), "s3:BrandNewAction");
/// ```
///
/// A name that does not exist is an error, with the nearest one that does:
///
/// ```compile_fail
/// # use iam_dsl::action;
/// action!(s3::GetObjcet); // unknown action `s3:GetObjcet`, help: did you mean `s3:GetObject`?
/// ```
#[proc_macro]
pub fn action(input: TokenStream) -> TokenStream {
    run(input, action::one, action::one_fallback)
}

/// A list of actions: `actions![s3::GetObject, s3:List*]`.
///
/// Each item is written as for [`action!`]; `s3:*` and `*` are items too. The value is an `Actions`,
/// which `allow` and `deny` take.
///
/// ```
/// use iam_dsl::actions;
///
/// let actions = actions![
///     s3::GetObject,
///     s3:List*,
///     "dynamodb:Query",
///     execute-api:Invoke,
///     unchecked "s3:BrandNewAction",
/// ];
/// assert_eq!(actions.patterns().len(), 5);
/// ```
///
/// All mistakes are reported at once, each on its own item:
///
/// ```compile_fail
/// # use iam_dsl::actions;
/// actions![s3::GetObjcet, s3:Fetch*, s3::ListObjectsV2];
/// ```
#[proc_macro]
pub fn actions(input: TokenStream) -> TokenStream {
    run(
        input,
        |input, root| action::several(input, root, List::Actions),
        |root| action::several_fallback(root, List::Actions),
    )
}

/// Every action but those of a list: `not_actions![iam:*]`.
///
/// It is written as [`actions!`] is, and becomes a statement's `NotAction`.
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let statement = deny(not_actions![sts::GetCallerIdentity, iam:*]).on(any());
/// # let _ = IdentityPolicy::new().with(statement);
/// ```
///
/// ```compile_fail
/// # use iam_dsl::not_actions;
/// not_actions![];
/// ```
#[proc_macro]
pub fn not_actions(input: TokenStream) -> TokenStream {
    run(
        input,
        |input, root| action::several(input, root, List::NotActions),
        |root| action::several_fallback(root, List::NotActions),
    )
}

/// A condition key, typed as AWS types it: `key!("aws:SourceIp")`.
///
/// The type decides which comparisons there are: `.within(..)` for addresses, `.before(..)` for
/// dates, `.equals(..)` for text.
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let office = key!("aws:SourceIp").within(cidr!("203.0.113.0/24"));
/// let statement = allow(actions![s3::GetObject]).on(any()).when(office);
/// # let _ = IdentityPolicy::new().with(statement);
/// ```
///
/// A key that the catalog does not have yet is taken with the type you state, in brackets when it
/// has many values: `key!(unchecked "s3:NewKey" as [String])`. Without a type it is a `String`.
///
/// ```
/// # use iam_dsl::prelude::*;
/// let condition = key!(unchecked "s3:BrandNewKey" as Bool).is(true);
/// # let _ = condition;
/// ```
///
/// ```compile_fail
/// # use iam_dsl::prelude::*;
/// key!("aws:SourceIpp"); // unknown condition key, help: did you mean `aws:SourceIp`?
/// ```
#[proc_macro]
pub fn key(input: TokenStream) -> TokenStream {
    run(input, names::key, names::key_fallback)
}

/// An ARN: `arn!("arn:aws:s3:::my-bucket/*")`.
///
/// Shape, partition, service, region and account are checked, and the resource part against the
/// formats of the service. Wildcards and policy variables may stand in every part.
///
/// ```
/// use iam_dsl::arn;
///
/// let home = arn!("arn:aws:s3:::my-bucket/home/${aws:username}/*");
/// assert_eq!(home.to_string(), "arn:aws:s3:::my-bucket/home/${aws:username}/*");
/// ```
///
/// `arn!(unchecked "arn:aws:newservice:…")` takes what the catalog does not know.
///
/// ```compile_fail
/// # use iam_dsl::arn;
/// arn!("arn:aws:sqs:us-est-1:123456789012:orders"); // help: did you mean `us-east-1`?
/// ```
#[proc_macro]
pub fn arn(input: TokenStream) -> TokenStream {
    run(input, names::arn, names::arn_fallback)
}

/// An IPv4 or IPv6 address range: `cidr!("10.0.0.0/8")`.
///
/// ```
/// use iam_dsl::cidr;
///
/// assert_eq!(cidr!("2001:db8::/32").to_string(), "2001:db8::/32");
/// ```
///
/// ```compile_fail
/// # use iam_dsl::cidr;
/// cidr!("10.0.0.0/33"); // help: the number after the slash is 0 to 32
/// ```
#[proc_macro]
pub fn cidr(input: TokenStream) -> TokenStream {
    run(input, names::cidr, names::cidr_fallback)
}

/// A date, ISO 8601 or in seconds since 1970: `date!("2030-12-31T23:59:59Z")`.
///
/// ```
/// use iam_dsl::date;
///
/// assert_eq!(date!("2030-12-31").to_string(), "2030-12-31");
/// ```
///
/// ```compile_fail
/// # use iam_dsl::date;
/// date!("2030-02-30"); // there is no such day
/// ```
#[proc_macro]
pub fn date(input: TokenStream) -> TokenStream {
    run(input, names::date, names::date_fallback)
}

/// A service principal: `service_principal!("lambda.amazonaws.com")`.
///
/// Nobody has a complete list of them, so that an unknown name compiles when it is well formed and
/// not near a known one. `service_principal!(unchecked "…")` takes any text.
///
/// ```
/// use iam_dsl::service_principal;
///
/// assert_eq!(service_principal!("sns.amazonaws.com").to_string(), "sns.amazonaws.com");
/// ```
///
/// ```compile_fail
/// # use iam_dsl::service_principal;
/// service_principal!("lamdba.amazonaws.com"); // help: did you mean `lambda.amazonaws.com`?
/// ```
#[proc_macro]
pub fn service_principal(input: TokenStream) -> TokenStream {
    run(
        input,
        names::service_principal,
        names::service_principal_fallback,
    )
}

/// An AWS managed policy, by its name or ARN: `managed_policy!("ReadOnlyAccess")`.
///
/// A name becomes the ARN with the path that AWS gave it. An unknown name compiles when it is not
/// near a known one; `managed_policy!(unchecked "…")` takes any.
///
/// ```
/// use iam_dsl::managed_policy;
///
/// assert_eq!(
///     managed_policy!("AWSLambdaBasicExecutionRole").arn().to_string(),
///     "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
/// );
/// ```
///
/// ```compile_fail
/// # use iam_dsl::managed_policy;
/// managed_policy!("ReadOnlyAcces"); // help: did you mean `ReadOnlyAccess`?
/// ```
#[proc_macro]
pub fn managed_policy(input: TokenStream) -> TokenStream {
    run(input, names::managed_policy, names::managed_policy_fallback)
}

/// An identity-based policy, written as JSON: `policy!({ "Version": "2012-10-17", … })`.
///
/// Where values go, Rust expressions can stand: ARNs, principals, condition values, Sids, whole
/// statements. Items of `Action` and `NotAction` are also those of [`actions!`]. Everything that can
/// be known as it compiles is checked: elements, actions, condition keys and what they are compared
/// with, ARNs, Sids.
///
/// ```
/// use iam_dsl::{arn, policy};
///
/// let uploads = arn!("arn:aws:s3:::my-app-uploads/*");
/// let policy = policy!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Sid": "ReadUploads",
///         "Effect": "Allow",
///         "Action": [s3::GetObject, "s3:GetObjectTagging"],
///         "Resource": uploads,
///         "Condition": { "Bool": { "aws:SecureTransport": true } },
///     }],
/// });
/// assert!(policy.to_json().contains("arn:aws:s3:::my-app-uploads/*"));
/// ```
///
/// `unchecked` before a name takes it on trust, wherever it is: an action, a condition key, a
/// resource, a principal.
///
/// ```
/// # use iam_dsl::policy;
/// let policy = policy!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Effect": "Allow",
///         "Action": unchecked "s3:BrandNewAction",
///         "Resource": "*",
///         "Condition": { "StringEquals": { unchecked "s3:BrandNewKey": "x" } },
///     }],
/// });
/// # let _ = policy;
/// ```
///
/// ```compile_fail
/// # use iam_dsl::policy;
/// policy!({
///     "Version": "2012-10-17",
///     "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject" }], // no `Resource`
/// });
/// ```
#[proc_macro]
pub fn policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::IDENTITY)
}

/// A resource-based policy: [`policy!`] whose statements have a principal.
///
/// ```
/// use iam_dsl::resource_policy;
///
/// let policy = resource_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Effect": "Allow",
///         "Principal": { "AWS": "arn:aws:iam::123456789012:role/reader" },
///         "Action": s3::GetObject,
///         "Resource": "arn:aws:s3:::my-bucket/*",
///     }],
/// });
/// # let _ = policy;
/// ```
///
/// ```compile_fail
/// # use iam_dsl::resource_policy;
/// resource_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }],
/// }); // no `Principal`
/// ```
#[proc_macro]
pub fn resource_policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::RESOURCE)
}

/// A role's trust policy: [`policy!`] that says who may assume the role, and has no resource.
///
/// ```
/// use iam_dsl::trust_policy;
///
/// let policy = trust_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Effect": "Allow",
///         "Principal": { "Service": "lambda.amazonaws.com" },
///         "Action": sts::AssumeRole,
///     }],
/// });
/// # let _ = policy;
/// ```
///
/// ```compile_fail
/// # use iam_dsl::trust_policy;
/// trust_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Effect": "Allow",
///         "Principal": { "Service": "lamdba.amazonaws.com" },
///         "Action": sts::AssumeRole,
///     }],
/// });
/// ```
#[proc_macro]
pub fn trust_policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::TRUST)
}

/// A permissions boundary: written as [`policy!`] is.
///
/// ```
/// let boundary = iam_dsl::boundary_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{ "Effect": "Allow", "Action": [s3:*, dynamodb:*], "Resource": "*" }],
/// });
/// # let _ = boundary;
/// ```
#[proc_macro]
pub fn boundary_policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::BOUNDARY)
}

/// A session policy: written as [`policy!`] is.
///
/// ```
/// let session = iam_dsl::session_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{ "Effect": "Allow", "Action": s3:Get*, "Resource": "*" }],
/// });
/// # let _ = session;
/// ```
#[proc_macro]
pub fn session_policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::SESSION)
}

/// A service control policy of an organization: written as [`policy!`] is.
///
/// ```
/// let scp = iam_dsl::service_control_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{ "Effect": "Deny", "Action": organizations:Leave*, "Resource": "*" }],
/// });
/// # let _ = scp;
/// ```
#[proc_macro]
pub fn service_control_policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::SCP)
}

/// A resource control policy of an organization: [`policy!`] whose principal is always `*`.
///
/// ```
/// let rcp = iam_dsl::resource_control_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Effect": "Deny",
///         "Principal": "*",
///         "Action": s3:*,
///         "Resource": "*",
///         "Condition": { "BoolIfExists": { "aws:SecureTransport": false } },
///     }],
/// });
/// # let _ = rcp;
/// ```
#[proc_macro]
pub fn resource_control_policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::RCP)
}

/// A VPC endpoint policy: [`policy!`] whose statements have a principal.
///
/// ```
/// let endpoint = iam_dsl::vpc_endpoint_policy!({
///     "Version": "2012-10-17",
///     "Statement": [{
///         "Effect": "Allow",
///         "Principal": "*",
///         "Action": s3::GetObject,
///         "Resource": "arn:aws:s3:::my-bucket/*",
///     }],
/// });
/// # let _ = endpoint;
/// ```
#[proc_macro]
pub fn vpc_endpoint_policy(input: TokenStream) -> TokenStream {
    run_policy(input, Kind::VPC_ENDPOINT)
}

/// A policy from a JSON file: `include_policy!("policies/app.json")`.
///
/// The path is relative to the source file, as in `include_str!`. The document is checked as
/// [`policy!`] checks it; messages name its line and column. A change of the file compiles anew.
///
/// After the path may stand the kind of policy (`identity`, `resource`, `trust`, `boundary`,
/// `session`, `service_control`, `resource_control`, `vpc_endpoint`), and names to be taken on trust.
///
/// ```ignore
/// let app = include_policy!("policies/app.json");
/// let trust = include_policy!("policies/trust.json", trust);
/// let new = include_policy!("policies/new.json", unchecked = ["s3:BrandNewAction"]);
/// ```
///
/// ```compile_fail
/// iam_dsl::include_policy!("no/such/file.json");
/// ```
#[proc_macro]
pub fn include_policy(input: TokenStream) -> TokenStream {
    run(input, policy::include, |root| {
        policy::fallback(root, Kind::IDENTITY)
    })
}

#[doc = include_str!("assert/allows.md")]
#[proc_macro]
pub fn assert_allows(input: TokenStream) -> TokenStream {
    run_assertion(input, Assertion::Allows)
}

#[doc = include_str!("assert/denies.md")]
#[proc_macro]
pub fn assert_denies(input: TokenStream) -> TokenStream {
    run_assertion(input, Assertion::Denies)
}

fn run_policy(input: TokenStream, kind: Kind) -> TokenStream {
    run(
        input,
        |input, root| policy::inline(input, root, kind),
        |root| policy::fallback(root, kind),
    )
}

fn run_assertion(input: TokenStream, assertion: Assertion) -> TokenStream {
    run(
        input,
        |input, root| assert::assertion(input, root, assertion),
        |_| proc_macro2::TokenStream::new(),
    )
}
