//! Each action of a statement has each of its condition keys.
//!
//! That some action has a key is a rule of its own. Of global keys nothing is said but of the tags of requests.
//!
//! AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>

use iam_dsl_catalog::{Action, ConditionKey};

use super::actions::any_action;
use super::comparison::Comparison;
use crate::PolicyKind;
use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Statement};
use crate::check::{Code, Message};

codes! {
    /// A condition asks for a key that requests of one of the actions never carry.
    ///
    /// A comparison with a key that is not there fails, so that an `Allow` never allows that action and a `Deny` never
    /// denies it. A negated comparison, such as `StringNotEquals`, holds instead: a `Deny` then denies that action always,
    /// and an `Allow` allows it without any bound.
    ///
    /// Instead, give the action a statement of its own, with conditions on keys that its requests carry.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html>
    CONDITION_KEY_NEVER_PRESENT = warning, own;
}

/// Keys that hold the tags of a request: the reference lists them with the actions that take tags.
const OF_TAGS: &[&str] = &["aws:RequestTag/${TagKey}", "aws:TagKeys"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    // To assume a role and to tag its session is one request.
    if document.kind == PolicyKind::Trust {
        return;
    }
    for statement in &document.statements {
        let actions = statement.action().filter(|actions| actions.items.len() > 1);
        if let Some(actions) = actions
            && !statement.conditions.is_empty()
        {
            one_statement(statement, actions, report);
        }
    }
}

fn one_statement(statement: &Statement<'_>, actions: &Element<'_>, report: &mut Report) {
    let comparisons = Comparison::all(statement).unwrap_or_default();
    for comparison in &comparisons {
        let Some(so_that) = so_that(statement, comparison, comparisons.len() == 1) else {
            continue;
        };
        let checked = condition_key(comparison.name).ok();
        let entry = checked.and_then(|key| key.entry());
        let Some(key) = entry.filter(|key| is_sent_by_some(*key)) else {
            continue;
        };
        let mut with = Vec::new();
        let mut without = Vec::new();
        for (_, text) in actions.known() {
            match any_action(text, |action| has_key(action, key)) {
                Some(false) => without.push(text),
                Some(true) => with.push(text),
                None if text == "*" => with.push(text),
                None => {}
            }
        }
        if key.is_global() {
            // Not all pages of the reference list the tags of requests: that of the service should.
            without.retain(|text| with.iter().any(|other| prefix(other) == prefix(text)));
        }
        if !with.is_empty() && !without.is_empty() {
            report.add_at(comparison.key, never(comparison.name, &without, so_that));
        }
    }
}

fn prefix(action: &str) -> Option<&str> {
    action.split(':').next()
}

/// What comes of a key that is not there; nothing where that may be meant, or depends on other keys.
fn so_that(
    statement: &Statement<'_>,
    comparison: &Comparison<'_, '_>,
    is_alone: bool,
) -> Option<&'static str> {
    let is_meant = comparison.operator.is_if_exists() || comparison.operator.set().is_some();
    match (statement.allows(), statement.denies()) {
        (true, _) if comparison.demands_key() => Some("this never allows it"),
        (_, true) if comparison.demands_key() => Some("this never denies it"),
        _ if !is_alone || !comparison.lets_absent() => None,
        (true, _) if !is_meant => Some("this allows it without any bound"),
        (_, true) => Some("this always denies it"),
        _ => None,
    }
}

fn is_sent_by_some(key: ConditionKey) -> bool {
    OF_TAGS.contains(&key.name()) || !key.name().starts_with("aws:") && !key.is_global()
}

/// Whether the reference lists the key for the action itself: of global keys the catalog says that every action has them.
fn has_key(action: Action, key: ConditionKey) -> bool {
    if !key.is_global() {
        return action.has_condition_key(key);
    }
    action.condition_keys().any(|own| own == key)
        || action
            .resources()
            .any(|on| on.condition_keys().any(|own| own == key))
}

fn never(key: &str, actions: &[&str], so_that: &str) -> Message {
    let (named, rest) = actions.split_at(actions.len().min(3));
    let more = match rest.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    let named = named.join("`, `");
    Message::new(
        Code::CONDITION_KEY_NEVER_PRESENT,
        format!("requests for `{named}`{more} have no `{key}`, so that {so_that}"),
    )
    .with_help("give what does not have the key a statement of its own")
}
