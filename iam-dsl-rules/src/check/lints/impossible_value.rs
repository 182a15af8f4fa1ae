//! A condition compares a key with what it can hold.
//!
//! Of accounts, regions, VPCs and services rules speak.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>

use crate::check::report::Report;
use crate::check::view::{Condition, Document};
use crate::check::{Code, Message};
use crate::pattern::overlaps;
use crate::{ConditionOperator, OperatorFamily};

codes! {
    /// A condition compares a key with a value that the key never has.
    ///
    /// `aws:PrincipalArn` is the ARN of the role, also for its sessions; ids of organizations begin with `o-`, and paths of
    /// organizations end with `/`. A value of another form is met by no request: an `Allow` that asks for it allows nothing,
    /// and a `Deny` that is to spare it spares nobody.
    ///
    /// Instead, write the value in the form that the key has, as the message says.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn>
    IMPOSSIBLE_CONDITION_VALUE = warning, own;
}

const PRINCIPAL: &str = "aws:PrincipalArn";
const PRINCIPAL_TYPE: &str = "aws:PrincipalType";

/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable>
const PRINCIPAL_TYPES: &[&str] = &[
    "Account",
    "Anonymous",
    "AssumedRole",
    "FederatedUser",
    "User",
];

/// Keys of organizations, each with what all its values look like, and an example.
const OF_ORGANIZATIONS: &[(&str, &str, &str)] = &[
    ("aws:PrincipalOrgID", "o-*", ORGANIZATION),
    ("aws:PrincipalOrgPaths", "o-*/", PATH),
    ("aws:ResourceOrgID", "o-*", ORGANIZATION),
    ("aws:ResourceOrgPaths", "o-*/", PATH),
    ("aws:SourceOrgID", "o-*", ORGANIZATION),
    ("aws:SourceOrgPaths", "o-*/", PATH),
    ("aws:VpceOrgID", "o-*", ORGANIZATION),
    ("aws:VpceOrgPaths", "o-*/", PATH),
];
const ORGANIZATION: &str = "write the id of the organization, such as `o-a1b2c3d4e5`";
const PATH: &str = "begin with the id of the organization and end with `/`, or with `/*` for all below, as in `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*`";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        one_condition(condition, report);
    }
}

fn one_condition(condition: &Condition<'_>, report: &mut Report) {
    let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
        return;
    };
    let family = operator.base().family();
    if !matches!(family, OperatorFamily::String | OperatorFamily::Arn) {
        return;
    }
    for (key, values) in &condition.keys {
        let Some(name) = key.text.filter(|name| starts_with_aws(name)) else {
            continue;
        };
        for value in values {
            let Some(text) = value.scalar.text().filter(|text| !text.contains("${")) else {
                continue;
            };
            if let Some(help) = impossible(name, text) {
                let message = Message::new(
                    Code::IMPOSSIBLE_CONDITION_VALUE,
                    format!("`{name}` is never `{text}`"),
                );
                report.add(value.place, value.span, message.with_help(help));
            }
        }
    }
}

fn starts_with_aws(key: &str) -> bool {
    key.get(..4)
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws:"))
}

/// Returns what to write in place of a value that a key never has.
fn impossible(key: &str, text: &str) -> Option<String> {
    if key.eq_ignore_ascii_case(PRINCIPAL) {
        return role_of_session(text).map(|role| {
            format!("write the ARN of the role, which all its sessions have: `{role}`")
        });
    }
    if key.eq_ignore_ascii_case(PRINCIPAL_TYPE) {
        let is_one = PRINCIPAL_TYPES.iter().any(|of| overlaps(text, of));
        return (!is_one).then(|| format!("it is one of `{}`", PRINCIPAL_TYPES.join("`, `")));
    }
    let (_, all, help) = OF_ORGANIZATIONS
        .iter()
        .find(|(of, _, _)| of.eq_ignore_ascii_case(key))?;
    (!overlaps(text, all)).then(|| (*help).to_owned())
}

/// Returns the ARN of the role that an ARN such as `arn:aws:sts::123456789012:assumed-role/app/session` is a session of.
fn role_of_session(arn: &str) -> Option<String> {
    let (before, session) = arn.split_once(":assumed-role/")?;
    let role = session.split('/').next().unwrap_or(session);
    Some(format!("{}:role/{role}", before.replace(":sts:", ":iam:")))
}
