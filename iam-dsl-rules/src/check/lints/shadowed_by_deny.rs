//! What a policy allows, it does not deny as well.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>

use super::actions::takes_in;
use crate::check::names::holes_as_wildcards;
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, PrincipalValue, Statement};
use crate::check::{Code, Message};
use crate::pattern::{arn_overlaps, arn_subsumes};

codes! {
    /// A statement allows what another one of the policy always denies.
    ///
    /// A `Deny` beats every `Allow`, whichever comes first. Where it has no condition and covers all that the `Allow` is
    /// about, the `Allow` does nothing.
    ///
    /// Instead, leave the allowed action out, or narrow the `Deny` to what is never to happen.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
    SHADOWED_BY_DENY = warning, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let always = |of: &&Statement<'_>| of.denies() && of.condition.is_none();
    let denials: Vec<&Statement<'_>> = document.statements.iter().filter(always).collect();
    if denials.is_empty() {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let Some(actions) = statement.action() else {
            continue;
        };
        let covers = |denial: &&&Statement<'_>| {
            covers_principals(denial, statement) && covers_resources(denial, statement)
        };
        let denials: Vec<&&Statement<'_>> = denials.iter().filter(covers).collect();
        for (item, text) in actions.known() {
            let denies = |denial: &&&&Statement<'_>| match denial.actions.as_slice() {
                [element] => takes_in(element, text),
                _ => false,
            };
            if let Some(denial) = denials.iter().find(denies) {
                report.add_at(item, shadowed(text, denial));
            }
        }
    }
}

/// Whether a `Deny` is on all resources that the `Allow` is on.
fn covers_resources(denial: &Statement<'_>, statement: &Statement<'_>) -> bool {
    let (denied, allowed) = match (denial.resources.as_slice(), statement.resources.as_slice()) {
        ([], []) => return true,
        ([denied], [allowed]) if allowed.name == "Resource" => (denied, allowed),
        _ => return false,
    };
    let is_covered = |item: &Leaf<'_>| {
        let Some(narrow) = item.text else {
            return false;
        };
        if denied.name == "Resource" {
            return denied.known().any(|(_, wide)| arn_subsumes(wide, narrow));
        }
        let narrow = holes_as_wildcards(narrow);
        let meets = |other: &Leaf<'_>| {
            let text = other.text.map(holes_as_wildcards);
            text.is_none_or(|text| arn_overlaps(&text, &narrow))
        };
        !denied.items.iter().any(meets)
    };
    !allowed.items.is_empty() && allowed.items.iter().all(is_covered)
}

/// Whether a `Deny` is of everybody, or of all that the `Allow` names.
fn covers_principals(denial: &Statement<'_>, statement: &Statement<'_>) -> bool {
    let (denied, allowed) = match (
        denial.principals.as_slice(),
        statement.principals.as_slice(),
    ) {
        ([], []) => return true,
        ([denied], [allowed]) if denied.name == "Principal" => (denied, allowed),
        _ => return false,
    };
    match (&denied.value, &allowed.value) {
        (PrincipalValue::Text(text), _) => text.text == Some("*"),
        (PrincipalValue::Map(denied), PrincipalValue::Map(named))
            if allowed.name == "Principal" =>
        {
            let is_denied = |sort: &Leaf<'_>, item: &Leaf<'_>| {
                let mut same_sort = denied.iter().filter(|(other, _)| other.text == sort.text);
                same_sort.any(|(_, others)| {
                    let is_it =
                        |other: &Leaf<'_>| other.text == Some("*") || other.text == item.text;
                    item.text.is_some() && others.iter().any(is_it)
                })
            };
            named
                .iter()
                .all(|(sort, items)| items.iter().all(|item| is_denied(sort, item)))
        }
        _ => false,
    }
}

fn shadowed(text: &str, denial: &Statement<'_>) -> Message {
    let by = match denial.sid.and_then(|sid| sid.text) {
        Some(sid) if !sid.is_empty() => format!("the statement `{sid}`"),
        _ => "another statement".to_owned(),
    };
    Message::new(
        Code::SHADOWED_BY_DENY,
        format!("`{text}` is allowed here to no effect: {by} denies it always"),
    )
    .with_help("leave it out here, or narrow what is denied")
}
