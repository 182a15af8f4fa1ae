//! Somebody can change the policy of a bucket: else the root user of the account alone can repair it.
//!
//! AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html>,
//! <https://repost.aws/knowledge-center/change-vpc-endpoint-s3-bucket-policy>

use iam_dsl_catalog::{Action, ConditionKey};

use super::callers::{BY_SERVICES, OF_NETWORKS, everybody};
use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Statement};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator, PolicyKind, SetOperator};

codes! {
    /// A bucket policy that keeps its own administrators out.
    ///
    /// A `Deny` for everybody is for administrators too: they can then neither change nor delete the policy. If it depends
    /// on the network, that is so for all who are outside, and the AWS Management Console is outside of every VPC endpoint.
    /// Only the root user of the account can repair it.
    ///
    /// Instead, deny the actions on objects alone, such as `s3:GetObject` and `s3:PutObject`, or leave the administrators
    /// out with a further condition: `ArnNotLike` on `aws:PrincipalArn`.
    ///
    /// AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html>
    S3_BUCKET_LOCKOUT = warning, own;
}

/// What repairs a policy, one way and the other.
const PUT: &str = "s3:PutBucketPolicy";
const DELETE: &str = "s3:DeleteBucketPolicy";

/// Of whom a condition holds, from most to fewest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    /// All who would change the policy.
    All,
    /// All but those within a network.
    Outsiders,
    /// Perhaps of some.
    Some,
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Resource {
        return;
    }
    for deny in document.statements.iter().filter(|of| of.denies()) {
        if !deny.acts_on(PUT)
            || !deny.acts_on(DELETE)
            || everybody(deny).is_none()
            || !is_on_bucket(deny)
        {
            continue;
        }
        let text = match of_all(&deny.conditions) {
            Of::Some => continue,
            Of::All => "nobody can change the policy of the bucket, no administrator either",
            Of::Outsiders => {
                "nobody outside the network of the condition can change the policy of the bucket, no administrator either"
            }
        };
        let message = Message::new(Code::S3_BUCKET_LOCKOUT, text);
        report.add(
            deny.place,
            deny.span,
            message.with_help("deny actions on objects alone, or leave administrators out: `\"ArnNotLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::ACCOUNT:role/admin\"}`"),
        );
    }
}

/// Whether a resource is a bucket, and not the objects in it.
fn is_on_bucket(statement: &Statement<'_>) -> bool {
    statement.resources.iter().any(|element| {
        element.name == "Resource"
            && element
                .known()
                .any(|(_, text)| text == "*" || !text.contains('/'))
    })
}

fn of_all(conditions: &[Condition<'_>]) -> Of {
    let keys = conditions.iter().flat_map(|condition| {
        let operator = condition.operator.text.map(ConditionOperator::from);
        condition
            .keys
            .iter()
            .map(move |(key, values)| match (&operator, key.text) {
                (Some(operator), Some(name)) => of_key(operator, name, values),
                _ => Of::Some,
            })
    });
    keys.max().unwrap_or(Of::All)
}

fn of_key(operator: &ConditionOperator, key: &str, values: &[ConditionValue<'_>]) -> Of {
    let is_one_of = |keys: &[&str]| keys.iter().any(|of| of.eq_ignore_ascii_case(key));
    let says = |wanted: &str| values.iter().all(|of| of.scalar.text() == Some(wanted));
    let is_of_absent = operator.set() != Some(SetOperator::ForAnyValue)
        && (operator.base().is_negated()
            || (*operator.base() == BaseOperator::Null && says("true")));
    if is_one_of(BY_SERVICES) && says("false") {
        // Services do not change bucket policies by themselves.
        Of::All
    } else if is_one_of(OF_NETWORKS) && is_of_absent {
        Of::Outsiders
    } else if (is_of_absent || operator.is_if_exists()) && is_never_sent(key) {
        Of::All
    } else {
        Of::Some
    }
}

/// Whether requests to change a bucket policy lack the key: a negated comparison then holds of them.
fn is_never_sent(key: &str) -> bool {
    let (Some(action), Some(key)) = (Action::find(PUT), ConditionKey::find(key)) else {
        return false;
    };
    !action.has_condition_key(key)
}
