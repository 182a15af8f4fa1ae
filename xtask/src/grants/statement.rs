//! Statements, as far as grants have them.

use std::collections::BTreeSet;

use iam_dsl_catalog as catalog;
use iam_dsl_rules::check::action_acts_on;
use serde_json::Value;

/// Actions on resources, under conditions.
pub(super) struct Statement {
    pub(super) actions: Vec<String>,
    pub(super) resources: Vec<String>,
    /// Each as `key` is `value`.
    pub(super) conditions: Vec<String>,
    pub(super) is_allow: bool,
}

impl Statement {
    pub(super) fn of(statement: &Value) -> Self {
        let mut conditions = Vec::new();
        for (operator, keys) in statement["Condition"].as_object().into_iter().flatten() {
            for (key, values) in keys.as_object().into_iter().flatten() {
                let values = texts(values).join("` or `");
                conditions.push(format!("`{operator}` `{key}` `{values}`"));
            }
        }
        let mut resources = texts(&statement["Resource"]);
        resources.extend(texts(&statement["FunctionName"]));
        Self {
            actions: texts(&statement["Action"]),
            resources,
            conditions,
            is_allow: statement["Effect"] != "Deny",
        }
    }

    /// The patterns of actions in it.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.actions
            .iter()
            .map(String::as_str)
            .filter(|action| action.contains(['*', '?']))
    }

    /// The actions, patterns of them expanded.
    pub(super) fn expanded(&self) -> impl Iterator<Item = String> {
        let actions = self.actions.iter();
        actions.flat_map(|pattern| catalog::expand(pattern).map(|action| action.to_string()))
    }

    /// Every action on every resource, patterns of actions expanded.
    pub(super) fn pairs(&self) -> BTreeSet<(String, String)> {
        let mut pairs = BTreeSet::new();
        for pattern in &self.actions {
            for action in catalog::expand(pattern) {
                for resource in &self.resources {
                    pairs.insert((action.to_string(), resource.clone()));
                }
            }
        }
        pairs
    }
}

/// Whether an action can act on a resource. Everything is for what takes no resource, and for policies of keys, which
/// are about no other key.
pub(super) fn can_match(action: &str, resource: &str) -> bool {
    let Some(known) = catalog::Action::find(action) else {
        return true;
    };
    if resource == "*" {
        let needs_resource = known.resources().any(catalog::ActionResource::is_required);
        return known.service().prefix() == "kms" || !needs_resource;
    }
    action_acts_on(known, resource)
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}
