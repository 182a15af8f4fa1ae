//! Statements taken apart: who may do one action on one resource, and under which conditions.

use std::collections::BTreeSet;

use iam_dsl::{ActionPattern, catalog};
use serde_json::Value;

/// A condition: operator, key and values.
pub(crate) type Condition = (String, String, Vec<String>);

/// One action of a statement on one of its resources.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Atom {
    pub(crate) action: String,
    pub(crate) resource: String,
    pub(crate) principal: BTreeSet<String>,
    pub(crate) conditions: BTreeSet<Condition>,
}

/// What some statements allow, patterns of actions expanded; and the actions that they name in full.
#[derive(Debug, Default)]
pub(crate) struct Allowed {
    pub(crate) atoms: BTreeSet<Atom>,
    pub(crate) named: BTreeSet<String>,
}

impl Allowed {
    pub(crate) fn by<'a>(statements: impl IntoIterator<Item = &'a Value>) -> Self {
        let mut allowed = Self::default();
        for statement in statements {
            allowed.add(statement);
        }
        allowed
    }

    fn add(&mut self, statement: &Value) {
        let principal = principals(statement);
        let conditions = conditions(statement);
        // What a statement without a resource is about is the resource that has the policy.
        let mut resources = texts(&statement["Resource"]);
        resources.extend(texts(&statement["FunctionName"]));
        if resources.is_empty() {
            resources.push("*".to_owned());
        }
        for pattern in texts(&statement["Action"]) {
            let is_pattern = ActionPattern::unchecked(&*pattern).is_wildcard();
            if !is_pattern {
                self.named.insert(pattern.clone());
            }
            let mut actions: Vec<String> = catalog::expand(&pattern)
                .map(|action| action.to_string())
                .collect();
            if actions.is_empty() && !is_pattern {
                actions.push(pattern);
            }
            for action in actions {
                for resource in &resources {
                    self.atoms.insert(Atom {
                        action: action.clone(),
                        resource: in_one_spelling(resource),
                        principal: principal.clone(),
                        conditions: conditions.clone(),
                    });
                }
            }
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.atoms.is_empty()
    }

    pub(crate) fn actions(&self) -> BTreeSet<&str> {
        self.atoms.iter().map(|atom| atom.action.as_str()).collect()
    }
}

impl Atom {
    /// Whether `other` allows all that this does.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.action.eq_ignore_ascii_case(&other.action)
            && covers(&other.resource, &self.resource)
            && other.conditions.is_subset(&self.conditions)
    }
}

/// Whether a resource of CDK's is, as a pattern, all of ours.
fn covers(pattern: &str, resource: &str) -> bool {
    // A name that CloudFormation makes up is whatever ours is.
    pattern == "*" || pattern.starts_with("${") || matches(pattern.as_bytes(), resource.as_bytes())
}

fn matches(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern.split_first(), text.split_first()) {
        (None, None) => true,
        (Some((b'*', rest)), _) if matches(rest, text) => true,
        (Some((b'*', _)), Some((_, text))) => matches(pattern, text),
        (Some((b'?', pattern)), Some((_, text))) => matches(pattern, text),
        (Some((a, pattern)), Some((b, text))) if a == b => matches(pattern, text),
        _ => false,
    }
}

/// A resource by the name that the cases have for most of its sort.
fn in_one_spelling(resource: &str) -> String {
    let mut resource = resource.to_owned();
    for (other, usual) in [
        ("key/imported-key-id", "key/key-key-id"),
        ("key/res-key-id", "key/key-key-id"),
        ("table/source", "table/my-table"),
        ("stateMachine:Res", "stateMachine:my-sm"),
        ("cdk-hnb659fds-assets-123456789012-us-east-1", "my-bucket"),
    ] {
        resource = resource.replace(other, usual);
    }
    resource
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}

/// Who, in one spelling: accounts by their id, everyone as `*`, and identities that others vouch for by their sort.
fn principals(statement: &Value) -> BTreeSet<String> {
    let principal = &statement["Principal"];
    let named = match principal {
        Value::Object(by_type) => by_type
            .iter()
            .flat_map(|(of, ids)| texts(ids).into_iter().map(move |id| (of.clone(), id)))
            .collect(),
        other => texts(other)
            .into_iter()
            .map(|id| ("AWS".to_owned(), id))
            .collect::<Vec<_>>(),
    };
    named
        .into_iter()
        .map(|(of, id)| match of.as_str() {
            "Federated" => "an identity that others vouch for".to_owned(),
            _ => id
                .strip_prefix("arn:aws:iam::")
                .and_then(|id| id.strip_suffix(":root"))
                .map_or(id.clone(), str::to_owned),
        })
        .collect()
}

fn conditions(statement: &Value) -> BTreeSet<Condition> {
    let mut all = BTreeSet::new();
    for (operator, keys) in statement["Condition"].as_object().into_iter().flatten() {
        for (key, values) in keys.as_object().into_iter().flatten() {
            let mut values = texts(values);
            values.sort();
            // A pattern without wildcards is a text.
            let operator = match operator.as_str() {
                "StringLike" if !values.iter().any(|value| value.contains(['*', '?'])) => {
                    "StringEquals"
                }
                other => other,
            };
            all.insert((operator.to_owned(), key.clone(), values));
        }
    }
    // Lambda has fields for these.
    for (field, key) in [
        ("PrincipalOrgID", "aws:PrincipalOrgID"),
        ("SourceAccount", "aws:SourceAccount"),
    ] {
        if let Some(value) = statement[field].as_str() {
            all.insert((
                "StringEquals".to_owned(),
                key.to_owned(),
                vec![value.to_owned()],
            ));
        }
    }
    // What an identity provider says is the grantee's, and ours says more of it.
    all.retain(|(_, key, _)| {
        let is_claim = key.contains(".com:") || key.starts_with("SAML:");
        !is_claim
    });
    all
}
