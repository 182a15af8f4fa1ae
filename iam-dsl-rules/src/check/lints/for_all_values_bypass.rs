//! An `Allow` that is bounded by all values of a key wants the key to have one.
//!
//! Of keys with one value another check speaks.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>

use iam_dsl_catalog::{AccessLevel, Action};

use super::actions::any_action;
use super::comparison::Comparison;
use crate::SetOperator;
use crate::check::names::condition_key;
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};
use crate::pattern::subsumes_ignore_case;

codes! {
    /// An `Allow` is bounded with `ForAllValues` on a key that some requests do not have.
    ///
    /// `ForAllValues` holds where no value of the key breaks it. A request without the key has none that could, and is
    /// allowed, whoever sends it.
    ///
    /// Instead, add `"Null": {"…": "false"}` with the same key, or use `ForAnyValue`, which wants a value. An action whose
    /// requests never have the key belongs into a statement of its own.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
    FOR_ALL_VALUES_BYPASS = security_warning, own;
}

/// Keys that requests of somebody have and those of others have not.
const OF_SOME: &[&str] = &[
    "aws:CalledVia",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceNamesList",
    "aws:ResourceOrgPaths",
    "aws:SourceOrgPaths",
    "aws:VpceOrgPaths",
    "cognito-identity.amazonaws.com:amr",
    "kms:EncryptionContextKeys",
];

/// What bounds items by their key, and what reads them without one, whichever pattern it is in.
///
/// AWS: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html>
const SCAN: (&str, &str) = ("dynamodb:LeadingKeys", "dynamodb:Scan");

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in document.statements.iter().filter(|of| of.allows()) {
        if !statement.conditions.is_empty() {
            one_statement(statement, report);
        }
    }
}

fn one_statement(statement: &Statement<'_>, report: &mut Report) {
    let comparisons = Comparison::all(statement).unwrap_or_default();
    // Of no value, and of `*`, other checks speak.
    let is_of_all = |of: &&Comparison<'_, '_>| {
        of.operator.set() == Some(SetOperator::ForAllValues)
            && !of.values.is_empty()
            && !of
                .values
                .iter()
                .any(|value| value.scalar.text() == Some("*"))
    };
    for comparison in comparisons.iter().filter(is_of_all) {
        let is_wanted = |of: &Comparison<'_, '_>| of.is_of(comparison.name) && of.demands_key();
        if comparisons.iter().any(is_wanted) {
            continue;
        }
        if comparison.is_of_any(OF_SOME) {
            report.add_at(comparison.key, of_some(comparison));
        } else if let Some(action) = action_without(statement, comparison.name) {
            report.add_at(comparison.key, of_action(comparison, action));
        }
    }
}

/// Returns an action of the statement that never has the key, where another one has it.
fn action_without<'a>(statement: &Statement<'a>, key: &str) -> Option<&'a str> {
    let key = condition_key(key).ok()?.entry()?;
    let is_multivalued = key.key_types().all(|holds| holds.multivalued);
    if key.is_global() || key.name().starts_with("aws:") || !is_multivalued {
        return None;
    }
    let actions = statement.action()?;
    let has_key = |text| any_action(text, |action| action.has_condition_key(key));
    let one_has_it = actions.known().any(|(_, text)| has_key(text) == Some(true));
    let reads_all = |text| key.name() == SCAN.0 && subsumes_ignore_case(text, SCAN.1);
    let mut known = actions.known();
    let without = known
        .find(|(_, text)| reads_all(text) || (has_key(text) == Some(false) && !only_lists(text)));
    without.filter(|_| one_has_it).map(|(_, text)| text)
}

/// Whether an action says what there is, and no more: that is allowed beside what is bounded without a second thought.
fn only_lists(text: &str) -> bool {
    let lists = |action: Action| action.access_levels().contains(AccessLevel::List);
    any_action(text, |action| !lists(action)) == Some(false)
}

fn of_some(comparison: &Comparison<'_, '_>) -> Message {
    let name = comparison.name;
    Message::new(
        Code::FOR_ALL_VALUES_BYPASS,
        format!("`ForAllValues` also holds of requests that have no `{name}`"),
    )
    .with_help(format!("add `\"Null\": {{\"{name}\": \"false\"}}`"))
}

fn of_action(comparison: &Comparison<'_, '_>, action: &str) -> Message {
    let name = comparison.name;
    Message::new(
        Code::FOR_ALL_VALUES_BYPASS,
        format!("`{action}` is allowed without this bound: its requests have no `{name}`, and `ForAllValues` then holds"),
    )
    .with_help("give what does not have the key a statement of its own, or leave it out")
}
