//! A grant beside that of aws-cdk-lib.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use serde_json::Value;

use super::{
    cdk::{Case, Cdk},
    matrix::Row,
    statement::Statement,
};

/// What the grant of aws-cdk-lib is, and what it allows more. `encrypted` is the same row where there is a key.
pub(super) fn beside(cdk: &Cdk, row: &Row, encrypted: Option<&Row>) -> String {
    let Some(method) = &row.cdk else {
        return "has none".to_owned();
    };
    let short = format!("`{}`", method.strip_prefix("aws-").unwrap_or(method));
    let Some(case) = case_of(cdk, row, method) else {
        return format!("{short}: gave nothing where it was measured");
    };
    let by_identity = !case.identity.is_empty() && !row.identity.is_empty();
    let (ours, theirs) = if by_identity {
        (actions(&row.identity), actions(&case.identity))
    } else {
        (actions(row.all()), actions(case.all()))
    };
    let with_key: BTreeSet<String> = encrypted
        .into_iter()
        .flat_map(|row| actions(row.all()))
        .collect();
    let is_same_call = flat(&case.args) == flat(&row.args);
    if !is_same_call && ours != theirs {
        return format!("{short}: measured with other arguments alone");
    }
    let more: Vec<&String> = theirs
        .iter()
        .filter(|action| !ours.contains(*action) && !with_key.contains(*action))
        .collect();
    let less: Vec<&String> = ours.difference(&theirs).collect();
    match (more.is_empty(), less.is_empty()) {
        (true, true) => format!("{short}: the same actions"),
        (true, false) => format!("{short} is without `{}`", listed(&less)),
        _ => format!("{short} has {}", additions(cdk, method, case, &more)),
    }
}

/// The case that says most about a row: with the same arguments, for a role, of a resource that has what ours has, and
/// of a plain one, as far as there is one.
fn case_of<'a>(cdk: &'a Cdk, row: &Row, method: &str) -> Option<&'a Case> {
    let arguments = flat(&row.args);
    let ours = actions(row.all());
    cdk.cases
        .iter()
        .filter(|case| case.method == *method && case.all().next().is_some())
        .min_by_key(|case| {
            let theirs = actions(case.all());
            (
                flat(&case.args) != arguments,
                case.shape != "role",
                case.identity.is_empty(),
                !ours.is_subset(&theirs),
                uses_key(&theirs) != uses_key(&ours),
                case.variant != "created",
            )
        })
}

/// How many actions, which, and why they are not here.
fn additions(cdk: &Cdk, method: &str, case: &Case, more: &[&String]) -> String {
    let mut reasons: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
    let mut others = Vec::new();
    for action in more {
        let mut known = cdk.differences.iter();
        match known.find(|known| known.is_of(method) && known.what == **action) {
            Some(known) => reasons.entry(&known.reason).or_default().push(action),
            None => others.push(*action),
        }
    }
    let mut text = match more.len() {
        1 => "1 action more".to_owned(),
        several => format!("{several} actions more"),
    };
    let patterns: BTreeSet<&str> = case.all().flat_map(Statement::patterns).collect();
    if !patterns.is_empty() {
        let patterns: Vec<&str> = patterns.into_iter().collect();
        let _ = write!(text, ", by `{}`", patterns.join("`, `"));
    } else if !others.is_empty() {
        let _ = write!(text, "<br>`{}`", listed(&others));
    }
    for (reason, actions) in reasons {
        let _ = write!(text, "<br>`{}`: {reason}", listed(&actions));
    }
    text
}

fn uses_key(actions: &BTreeSet<String>) -> bool {
    actions.iter().any(|action| action.starts_with("kms:"))
}

fn listed(actions: &[&String]) -> String {
    let actions: Vec<&str> = actions.iter().map(|action| action.as_str()).collect();
    actions.join("`, `")
}

fn actions<'a>(statements: impl IntoIterator<Item = &'a Statement>) -> BTreeSet<String> {
    statements
        .into_iter()
        .flat_map(Statement::expanded)
        .collect()
}

/// Arguments with lists among them flattened.
fn flat(arguments: &Value) -> Vec<&Value> {
    match arguments {
        Value::Array(items) => items.iter().flat_map(flat).collect(),
        other => vec![other],
    }
}
