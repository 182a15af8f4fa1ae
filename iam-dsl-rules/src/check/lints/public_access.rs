//! A resource, or a role, is for those whom its policy names: anybody in the world is not among them unless that is meant.
//!
//! AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>

use super::callers::{everybody, leaves_in_named, others_are_denied, says_who};
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// A resource's policy allows something to everybody.
    ///
    /// `"Principal": "*"` is not everybody in your account but everybody on the Internet, also without an AWS account.
    /// A condition keeps them out only if it says who may come in: wildcards, `IfExists` and `NotEquals` do not.
    ///
    /// Instead, name accounts, roles or services in `Principal`, or compare `aws:PrincipalOrgID`, `aws:SourceVpce` or
    /// another key that says who calls with values in full. If the resource is to be public, such as a website, allow
    /// this finding with that reason.
    ///
    /// AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status>
    PUBLIC_ACCESS = security_warning, own;
    /// A role's trust policy lets everybody assume the role.
    ///
    /// Anybody with an AWS account of their own can then do all that the role can do. An external id does not change
    /// that: it is no secret.
    ///
    /// Instead, name the roles, accounts or services that are to assume it in `Principal`, or compare
    /// `aws:PrincipalOrgID` with the id of your organization.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous>
    PUBLIC_TRUST = security_warning, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if !matches!(document.kind, PolicyKind::Resource | PolicyKind::Trust) {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let Some(star) = everybody(statement) else {
            continue;
        };
        if leaves_in_named(statement) || others_are_denied(document, statement) {
            continue;
        }
        let message = if document.kind == PolicyKind::Trust {
            trust()
        } else {
            resource(statement)
        };
        let message = match without_effect(statement) {
            Some(help) => message.with_help(help),
            None => message,
        };
        report.add_at(star, message);
    }
}

fn trust() -> Message {
    Message::new(
        Code::PUBLIC_TRUST,
        "anybody with an AWS account can assume the role",
    )
    .with_help("name roles, accounts or services in `Principal`, or compare `aws:PrincipalOrgID` with your organization's id")
}

fn resource(statement: &Statement<'_>) -> Message {
    if is_function_url(statement) {
        return Message::new(
            Code::PUBLIC_ACCESS,
            "anybody on the Internet can call the function through its URL",
        )
        .with_help("give the URL the authorization type `AWS_IAM`, and name in `Principal` who may call it");
    }
    let mut actions = statement.actions.iter().flat_map(|element| {
        element.known().map(move |(_, text)| match element.name {
            "Action" => format!("`{text}`"),
            _ => "all actions but some".to_owned(),
        })
    });
    let what = actions.next().unwrap_or_else(|| "something".to_owned());
    let others = if actions.next().is_some() {
        " and more"
    } else {
        ""
    };
    Message::new(
        Code::PUBLIC_ACCESS,
        format!("anybody in the world is allowed {what}{others}"),
    )
    .with_help("name accounts, roles or services in `Principal`, or compare `aws:PrincipalOrgID` or `aws:SourceVpce` with values in full")
}

fn is_function_url(statement: &Statement<'_>) -> bool {
    let mut keys = statement.conditions.iter().flat_map(|one| &one.keys);
    keys.any(|(key, values)| {
        let mut values = values.iter().filter_map(|value| value.scalar.text());
        key.text
            .is_some_and(|name| name.eq_ignore_ascii_case("lambda:FunctionUrlAuthType"))
            && values.any(|value| value == "NONE")
    })
}

/// Returns what to do about a condition on a key that says who calls, but is compared so that everybody passes.
fn without_effect(statement: &Statement<'_>) -> Option<String> {
    let mut keys = statement.conditions.iter().flat_map(|one| &one.keys);
    let key = keys.find_map(|(key, _)| key.text.filter(|name| says_who(name)))?;
    Some(if key.eq_ignore_ascii_case("aws:SourceIp") {
        format!("the condition on `{key}` keeps nobody out: name the ranges of your own network")
    } else {
        format!(
            "the condition on `{key}` keeps nobody out: compare it without `Not` and `IfExists`, with values in full"
        )
    })
}
