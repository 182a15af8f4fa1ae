//! People sign in to the console with a second factor.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html>

use iam_dsl_core::{
    ActionElement, ActionPattern, BaseOperator, ConditionBlock, Effect, PolicyDocument,
    PolicyStatement, ResourceElement, check::Code,
};

use super::{Account, Members, Report};
use crate::__internals::{HasPolicies, Permissions};

#[inline]
pub(super) fn check(_: &Account, members: &Members, report: &mut Report) {
    for user in &members.users {
        if user.has_console_access() && !asks(&user.permissions()) {
            let text = format!(
                "{} signs in to the console, and nothing asks for a second factor",
                user.label()
            );
            let help = "give its group a policy that denies everything but setting one up unless \
                        `aws:MultiFactorAuthPresent` is true";
            report.add(user.label(), Code::CONSOLE_ACCESS_WITHOUT_MFA, text, help);
        }
    }
}

/// Whether a request without a second factor is denied, or nothing is allowed to it.
#[inline]
fn asks(permissions: &Permissions) -> bool {
    // AWS's managed policies ask for none; what others manage may.
    let is_of_aws = |arn: &String| arn.contains("::aws:policy/");
    if !permissions.unknown.iter().all(is_of_aws) {
        return true;
    }
    let documents = || permissions.policies.iter().map(|(_, document)| document);
    let is_allowed = !permissions.unknown.is_empty() || documents().any(allows_without);
    match &permissions.boundary {
        Some((_, _, false)) => true,
        Some((_, limit, true)) => {
            !is_allowed || !allows_without(limit) || documents().chain([limit]).any(denies_without)
        }
        None => !is_allowed || documents().any(denies_without),
    }
}

#[inline]
fn allows_without(document: &PolicyDocument) -> bool {
    let is_it = |it: &PolicyStatement| it.effect() == Effect::Allow && !applies_where(it, "true");
    document.statements().iter().any(is_it)
}

#[inline]
fn denies_without(document: &PolicyDocument) -> bool {
    let is_it = |it: &PolicyStatement| {
        it.effect() == Effect::Deny && is_broad(it) && applies_where(it, "false")
    };
    document.statements().iter().any(is_it)
}

/// Whether a statement is about all actions on all resources, but perhaps for some.
#[inline]
fn is_broad(statement: &PolicyStatement) -> bool {
    let is_of_all_actions = match statement.action() {
        Some(ActionElement::Action(actions)) => actions.iter().any(ActionPattern::is_everything),
        Some(ActionElement::NotAction(_)) => true,
        None => false,
    };
    let is_everywhere = match statement.resource() {
        Some(ResourceElement::Resource(resources)) => resources
            .iter()
            .any(|resource| resource.as_str() == Some("*")),
        Some(ResourceElement::NotResource(_)) => true,
        None => false,
    };
    is_of_all_actions && is_everywhere
}

/// Whether a statement applies only where there is a second factor, or only where there is none.
#[inline]
fn applies_where(statement: &PolicyStatement, is_present: &str) -> bool {
    let conditions = statement.condition().into_iter();
    let mut conditions = conditions.flat_map(ConditionBlock::conditions);
    conditions.any(|(operator, key, values)| {
        *operator.base() == BaseOperator::Bool
            && key.eq_ignore_ascii_case("aws:MultiFactorAuthPresent")
            && values.iter().all(|value| value.to_text() == is_present)
    })
}
