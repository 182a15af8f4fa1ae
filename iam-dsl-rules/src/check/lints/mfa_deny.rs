//! What denies those without MFA denies all of them, and lets nobody do what gets around it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html>

use super::comparison::Comparison;
use crate::BaseOperator;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf, Statement};
use crate::check::{Code, Message};
use crate::pattern::subsumes_ignore_case;

codes! {
    /// A `Deny` of requests without MFA exempts an action with which one needs no MFA any more.
    ///
    /// Who has no MFA yet must be able to set it up, so that such statements exempt a few actions. An exemption such as `iam:*`
    /// or `sts:AssumeRole` also lets somebody with a stolen password or access key make new credentials, change policies or
    /// go on in a role, all without MFA.
    ///
    /// Instead, exempt what sets MFA up: `iam:ListMFADevices`, `iam:ListVirtualMFADevices`, `iam:CreateVirtualMFADevice`,
    /// `iam:EnableMFADevice`, `iam:ResyncMFADevice`, `iam:GetUser`, `iam:GetMFADevice` and `sts:GetSessionToken`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html>
    MFA_DENY_EXEMPTS_ESCALATION = security_warning, own;
    /// A `Deny` of requests without MFA does not deny those with an access key.
    ///
    /// Requests that are signed with a user's access key do not say whether there was MFA: they have no
    /// `aws:MultiFactorAuthPresent` at all. `Bool` does not hold of a key that is not there, so that they are not denied.
    ///
    /// Instead, use `BoolIfExists`, which also holds where the key is not there.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent>
    MFA_DENY_SPARES_ACCESS_KEYS = security_warning, own;
}

const PRESENT: &str = "aws:MultiFactorAuthPresent";
const AGE: &str = "aws:MultiFactorAuthAge";

/// What makes credentials, changes what somebody may do, or acts as somebody else; the first stands for all in messages.
const ESCALATING: &[&str] = &[
    "iam:CreateAccessKey",
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateLoginProfile",
    "iam:CreatePolicyVersion",
    "iam:DeactivateMFADevice",
    "iam:PassRole",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateLoginProfile",
    "sts:AssumeRole",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let conditional = |of: &&Statement<'_>| of.denies() && !of.conditions.is_empty();
    let denials = || document.statements.iter().filter(conditional);
    let mut sparing = Vec::new();
    let mut denies_absent = false;
    for statement in denials() {
        let comparisons = Comparison::all(statement).unwrap_or_default();
        let Some(of_mfa) = comparisons.into_iter().find(|of| asks_for_mfa(of)) else {
            continue;
        };
        if of_mfa.lets_absent() {
            denies_absent = true;
        } else {
            sparing.push(of_mfa.key);
        }
        exemptions(statement, report);
    }
    // Another statement may deny those without the key.
    for key in sparing.into_iter().filter(|_| !denies_absent) {
        report.add_at(key, spares(key));
    }
}

/// Whether a comparison of a `Deny` is there to stop who comes without MFA.
fn asks_for_mfa(comparison: &Comparison<'_, '_>) -> bool {
    match comparison.operator.base() {
        BaseOperator::Bool => comparison.is_of(PRESENT) && comparison.asks("false"),
        BaseOperator::Null => comparison.is_of_any(&[PRESENT, AGE]) && comparison.asks("true"),
        BaseOperator::NumericGreaterThan | BaseOperator::NumericGreaterThanEquals => {
            comparison.is_of(AGE)
        }
        _ => false,
    }
}

fn exemptions(statement: &Statement<'_>, report: &mut Report) {
    let exempted = statement
        .actions
        .iter()
        .filter(|element| element.name == "NotAction");
    for (item, text) in exempted.flat_map(Element::known) {
        if let Some(action) = ESCALATING
            .iter()
            .find(|action| subsumes_ignore_case(text, action))
        {
            report.add_at(item, exempts(text, action));
        }
    }
}

fn exempts(text: &str, action: &str) -> Message {
    Message::new(
        Code::MFA_DENY_EXEMPTS_ESCALATION,
        format!(
            "`{text}` lets those without MFA use `{action}`, which gets around the demand for it"
        ),
    )
    .with_help(
        "exempt only what sets MFA up, such as `iam:EnableMFADevice` and `sts:GetSessionToken`",
    )
}

fn spares(key: &Leaf<'_>) -> Message {
    let name = key.text.unwrap_or(PRESENT);
    Message::new(
        Code::MFA_DENY_SPARES_ACCESS_KEYS,
        format!("requests with an access key have no `{name}`, and are not denied"),
    )
    .with_help("add `IfExists` to the operator, which then holds of them, too")
}
