//! A role trusts an account for some of its identities, or under an id that the account has for its customer.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// A trust policy trusts a whole account without a condition.
    ///
    /// The owners of that account decide who in it can assume the role. If it is a company that works for many customers,
    /// another customer may have it work in your account by giving it the ARN of your role.
    ///
    /// Instead, compare `sts:ExternalId` with the id that the company gave you. For an account of your own, name the role
    /// that is to assume it in `Principal`, or compare `aws:PrincipalArn`, `aws:PrincipalOrgID` or, for people,
    /// `aws:MultiFactorAuthPresent`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html>
    ACCOUNT_ROOT_TRUSTED_WITHOUT_CONDITION = warning from Production, own;
    /// A trust policy trusts an IAM user without a condition.
    ///
    /// A user signs in with a password or an access key that is good until somebody changes it. Whoever finds it has the
    /// role as well.
    ///
    /// Instead, trust a role, whose credentials expire by themselves, or ask for a second factor with
    /// `aws:MultiFactorAuthPresent`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles>
    USER_TRUSTED_WITHOUT_CONDITION = suggestion from Production, own;
}

/// Keys that single out some of an account's identities, sessions or customers.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
const NARROWING: &[&str] = &[
    "aws:FederatedProvider",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceIdentity",
    "aws:SourceIp",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:userid",
    "aws:username",
    "sts:ExternalId",
    "sts:SourceIdentity",
];

/// A key that has the name of a tag in it.
const TAG: &str = "aws:PrincipalTag/";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Trust {
        return;
    }
    let mut denies = document.statements.iter().filter(|of| of.denies());
    // Who is kept out otherwise is not looked into.
    if denies.any(|deny| deny.conditions.iter().any(names_narrowing)) {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        if !statement.acts_on("sts:AssumeRole") || is_narrowed(statement) {
            continue;
        }
        for principal in statement.principals_of("AWS") {
            let Some(text) = principal.text else {
                continue;
            };
            if let Some(message) = trusted(text) {
                report.add_at(principal, message);
            }
        }
    }
}

fn trusted(principal: &str) -> Option<Message> {
    let account = principal
        .strip_suffix(":root")
        .and_then(|arn| arn.rsplit_once("::"))
        .map_or(principal, |(_, account)| account);
    if account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = Message::new(
            Code::ACCOUNT_ROOT_TRUSTED_WITHOUT_CONDITION,
            format!("account `{account}` decides by itself who in it can assume the role"),
        );
        return Some(message.with_help("compare `sts:ExternalId` if the account is a company's that works for you, or name the role that is to assume it"));
    }
    let (_, user) = principal.split_once(":user/")?;
    let message = Message::new(
        Code::USER_TRUSTED_WITHOUT_CONDITION,
        format!("whoever has the password or an access key of user `{user}` can assume the role"),
    );
    Some(message.with_help(
        "trust a role, or ask for `\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}`",
    ))
}

fn is_narrowed(statement: &Statement<'_>) -> bool {
    statement.conditions.iter().any(|condition| {
        condition.operator.text.is_none()
            || (condition.wants_keys()
                && condition
                    .keys
                    .iter()
                    .any(|(key, values)| is_narrowing(key) && values.iter().all(is_of_some)))
    })
}

fn names_narrowing(condition: &Condition<'_>) -> bool {
    condition.keys.iter().any(|(key, _)| is_narrowing(key))
}

fn is_narrowing(key: &Leaf<'_>) -> bool {
    key.text.is_none_or(|name| {
        NARROWING.iter().any(|of| of.eq_ignore_ascii_case(name))
            || name
                .get(..TAG.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(TAG))
    })
}

/// Whoever signs in without a second factor meets `false`, and everybody meets `*`.
fn is_of_some(value: &ConditionValue<'_>) -> bool {
    value.scalar.text() != Some("false") && value.names_something()
}
