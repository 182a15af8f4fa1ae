//! At least one action of a statement has each of its condition keys.
//!
//! A condition on a key that no action has never sees a value: an `Allow` grants nothing, a `Deny`
//! with a negated operator denies everything. Global keys are in every request that has them to
//! offer, so that nothing is said of them.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use iam_dsl_catalog::{self as catalog, ConditionKey, Service};

use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// No action of the statement has the condition key.
    ///
    /// Requests for these actions never have a value there. An `Allow` allows nothing, and a `Deny` does not deny, or
    /// denies everything.
    ///
    /// Instead, move the condition to a statement with the actions that have the key, and leave it out of this one.
    ///
    /// AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
    UNSUPPORTED_ACTION_FOR_CONDITION_KEY = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        if let Some(actions) = decidable_actions(statement) {
            one_statement(statement, &actions, report);
        }
    }
}

/// Returns the action patterns, unless one is not known or matches everything.
fn decidable_actions<'a>(statement: &Statement<'a>) -> Option<Vec<&'a str>> {
    if statement.conditions.is_empty() {
        return None;
    }
    let actions = statement.action()?.all_known()?;
    let open = |text: &&str| *text == "*" || catalog::expand(text).next().is_none();
    (!actions.is_empty() && !actions.iter().any(open)).then_some(actions)
}

fn one_statement(statement: &Statement<'_>, actions: &[&str], report: &mut Report) {
    for condition in &statement.conditions {
        for (item, _) in &condition.keys {
            one_key(item, actions, report);
        }
    }
}

fn one_key(item: &Leaf<'_>, actions: &[&str], report: &mut Report) {
    let Some(text) = item.text else { return };
    let Some(key) = condition_key(text).ok().and_then(|checked| checked.entry()) else {
        return;
    };
    // Services list the global keys they fill in themselves, such as `aws:RequestTag`.
    if key.name().starts_with("aws:") {
        return;
    }
    let has_key = |pattern| catalog::expand(pattern).any(|action| action.has_condition_key(key));
    if !actions.iter().any(|pattern| has_key(pattern)) && !is_unassigned(key) {
        report.add_at(item, mismatch(text, key, actions));
    }
}

/// Tells whether the reference lists the key for its service, but for no action at all.
fn is_unassigned(key: ConditionKey) -> bool {
    actions_with(key).is_empty()
}

fn mismatch(text: &str, key: ConditionKey, actions: &[&str]) -> Message {
    let of_statement = match actions {
        [one] => format!("`{one}` does not have the condition key `{text}`"),
        _ => format!("no action of the statement has the condition key `{text}`"),
    };
    let message = Message::new(Code::UNSUPPORTED_ACTION_FOR_CONDITION_KEY, of_statement);
    message.with_help(format!(
        "the key goes with `{}`",
        actions_with(key).join("`, `")
    ))
}

/// Names a few actions that have a key.
fn actions_with(key: ConditionKey) -> Vec<String> {
    let Some(service) = key.name().split(':').next().and_then(Service::find) else {
        return Vec::new();
    };
    service
        .actions()
        .filter(|action| action.has_condition_key(key))
        .take(3)
        .map(|action| action.to_string())
        .collect()
}
