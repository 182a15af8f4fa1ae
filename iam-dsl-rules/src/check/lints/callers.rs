//! Conditions that leave in only callers whom a value names: an account, an organization, a network.
//!
//! What counts is what Amazon S3 and Amazon EFS say about policies that are not public, and what IAM has had since.
//!
//! AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>,
//! <https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html>,
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>

use std::net::IpAddr;

use crate::check::names::{is_private, range};
use crate::check::view::{
    Condition, ConditionValue, Document, Element, Leaf, PrincipalValue, Statement,
};
use crate::pattern::arn_subsumes;
use crate::{BaseOperator, ConditionOperator, SetOperator};

/// How a value of a key names somebody.
#[derive(Clone, Copy)]
enum Named {
    /// In full.
    Whole,
    /// By the account of an ARN, or by its resource where the ARN has no account.
    ByArn,
    /// By what comes before the first `/`, the id of an organization.
    ByOrganization,
    /// By what comes before the `:`, the id of a role.
    ById,
    /// By a range of addresses, which must not be one of half the world.
    ByAddress,
    /// By being `true`.
    True,
}

/// The keys that say who calls, from where or for whom.
const KEYS: &[(&str, Named)] = &[
    ("aws:FederatedProvider", Named::ByArn),
    ("aws:PrincipalAccount", Named::Whole),
    ("aws:PrincipalArn", Named::ByArn),
    ("aws:PrincipalOrgID", Named::Whole),
    ("aws:PrincipalOrgPaths", Named::ByOrganization),
    ("aws:SourceAccount", Named::Whole),
    ("aws:SourceArn", Named::ByArn),
    ("aws:SourceIp", Named::ByAddress),
    ("aws:SourceOrgID", Named::Whole),
    ("aws:SourceOrgPaths", Named::ByOrganization),
    ("aws:SourceOwner", Named::Whole),
    ("aws:SourceVpc", Named::Whole),
    ("aws:SourceVpcArn", Named::ByArn),
    ("aws:SourceVpce", Named::Whole),
    ("aws:userid", Named::ById),
    ("aws:VpceAccount", Named::Whole),
    ("aws:VpceOrgID", Named::Whole),
    ("aws:VpceOrgPaths", Named::ByOrganization),
    ("elasticfilesystem:AccessedViaMountTarget", Named::True),
    ("kms:CallerAccount", Named::Whole),
    ("lambda:EventSourceToken", Named::Whole),
    ("s3:DataAccessPointAccount", Named::Whole),
    ("s3:DataAccessPointArn", Named::ByArn),
];

/// Keys of the network that a request comes from.
pub(super) const OF_NETWORKS: &[&str] = &[
    "aws:SourceIp",
    "aws:SourceVpc",
    "aws:SourceVpcArn",
    "aws:SourceVpce",
    "aws:VpcSourceIp",
];

/// Variables that are of the resource, so that nobody who calls can choose them.
const OF_RESOURCE: &[&str] = &[
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
];

/// Keys that say of which calls AWS makes itself.
pub(super) const BY_SERVICES: &[&str] = &["aws:PrincipalIsAWSService", "aws:ViaAWSService"];

/// Returns the `*` with which a statement is on everybody.
pub(super) fn everybody<'s, 'a>(statement: &'s Statement<'a>) -> Option<&'s Leaf<'a>> {
    let bare = statement
        .principals
        .iter()
        .find_map(|principal| match &principal.value {
            PrincipalValue::Text(text) if principal.name == "Principal" => Some(text),
            _ => None,
        });
    bare.into_iter()
        .chain(statement.principals_of("AWS"))
        .find(|principal| principal.text == Some("*"))
}

/// Returns true for a key that can say who calls, whatever its values.
pub(super) fn says_who(key: &str) -> bool {
    named(key).is_some()
}

fn named(key: &str) -> Option<Named> {
    KEYS.iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(key))
        .map(|(_, named)| *named)
}

/// Returns true when a condition of the statement leaves in only callers whom its values name.
///
/// What is not known may do so.
pub(super) fn leaves_in_named(statement: &Statement<'_>) -> bool {
    statement.conditions.iter().any(|condition| {
        condition.operator.text.is_none()
            || (condition.wants_keys()
                && condition.keys.iter().any(|(key, values)| {
                    key.text
                        .is_none_or(|name| names_somebody(condition, name, values))
                }))
    })
}

/// Returns true when a `Deny` of the document keeps out all callers whom it does not name from all that the statement
/// allows.
pub(super) fn others_are_denied(document: &Document<'_>, allow: &Statement<'_>) -> bool {
    document.statements.iter().any(|deny| {
        deny.denies() && everybody(deny).is_some() && spares_named(deny) && covers(deny, allow)
    })
}

/// Returns true when the conditions hold of all callers but those whom values name, and of calls that AWS makes itself.
fn spares_named(deny: &Statement<'_>) -> bool {
    let is_negated = |condition: &Condition<'_>| {
        // Callers without the key are kept out, save by `ForAnyValue`.
        operator(condition).is_some_and(|operator| {
            operator.base().is_negated() && operator.set() != Some(SetOperator::ForAnyValue)
        })
    };
    let spares = |condition: &Condition<'_>| {
        condition.keys.iter().all(|(key, values)| {
            key.text.is_none_or(|name| {
                BY_SERVICES.iter().any(|of| of.eq_ignore_ascii_case(name))
                    || (is_negated(condition) && names_somebody(condition, name, values))
            })
        })
    };
    deny.conditions.iter().all(spares) && deny.conditions.iter().any(is_negated)
}

fn covers(deny: &Statement<'_>, allow: &Statement<'_>) -> bool {
    let actions = allow.action().and_then(Element::all_known);
    let on_actions =
        actions.is_some_and(|actions| actions.iter().all(|action| deny.acts_on(action)));
    on_actions
        && allow.resources.iter().all(|element| {
            element.name == "Resource" && element.known().all(|(_, narrow)| is_on(deny, narrow))
        })
}

fn is_on(deny: &Statement<'_>, resource: &str) -> bool {
    deny.resources.iter().any(|element| {
        element.name == "Resource"
            && element
                .known()
                .any(|(_, wide)| wide == resource || arn_subsumes(wide, resource))
    })
}

fn operator(condition: &Condition<'_>) -> Option<ConditionOperator> {
    condition.operator.text.map(ConditionOperator::from)
}

/// Returns true when each value of a key names somebody.
pub(super) fn names_somebody(
    condition: &Condition<'_>,
    key: &str,
    values: &[ConditionValue<'_>],
) -> bool {
    let (Some(named), Some(operator)) = (named(key), operator(condition)) else {
        return false;
    };
    let takes_patterns = !matches!(
        operator.base(),
        BaseOperator::StringEquals
            | BaseOperator::StringNotEquals
            | BaseOperator::StringEqualsIgnoreCase
            | BaseOperator::StringNotEqualsIgnoreCase
    );
    let is_open = |text: &str| {
        text.is_empty() || has_variable(text) || (takes_patterns && text.contains(['*', '?']))
    };
    !values.is_empty()
        && values.iter().all(|value| {
            value.scalar.text().is_none_or(|text| match named {
                Named::Whole => !is_open(text),
                Named::ByOrganization => !is_open(before(text, '/')),
                Named::ById => !is_open(before(text, ':')),
                Named::ByArn => !is_open(owner(text)),
                Named::ByAddress => is_narrow(text),
                Named::True => text == "true",
            })
        })
}

fn before(text: &str, end: char) -> &str {
    text.split(end).next().unwrap_or(text)
}

/// Returns what of an ARN says whose resource it is: buckets have no account there, and names that are theirs alone.
fn owner(arn: &str) -> &str {
    let mut fields = arn.splitn(6, ':').skip(4);
    match (fields.next(), fields.next()) {
        (Some(""), Some(resource)) => before(resource, '/'),
        (Some(account), _) => account,
        (None, _) => arn,
    }
}

/// Returns true where a policy variable stands for what the caller brings along. Names without a prefix are those of a
/// template, which fills them in.
fn has_variable(text: &str) -> bool {
    let mut names = text
        .split("${")
        .skip(1)
        .map(|rest| rest.split(['}', ',']).next().unwrap_or(rest));
    names.any(|name| {
        name.contains(':')
            && !name.contains("::")
            && !OF_RESOURCE.iter().any(|of| of.eq_ignore_ascii_case(name))
    })
}

/// Returns true for a range that is no broader than AWS takes for one that is somebody's.
fn is_narrow(text: &str) -> bool {
    is_private(text)
        || match range(text) {
            Some((IpAddr::V4(_), length)) => length >= 8,
            Some((IpAddr::V6(_), length)) => length >= 32,
            None => true,
        }
}
