//! What was found in a file so far.

use std::borrow::Cow;
use std::path::Path;

use iam_dsl_core::json::{self, Member, Node, Span, Value};
use iam_dsl_core::{PathSegment, PolicyKind, ReadError, display_path};

use super::placed::Placed;
use super::unknown::Unknowns;
use super::{Embedded, kinds};
use crate::output::{Excerpt, Problem};

pub(super) struct Found<'a> {
    file: String,
    pub(super) text: &'a str,
    /// What policies are for of which nothing says it.
    kind: PolicyKind,
    pub(super) unknowns: Unknowns,
    pub(super) policies: Vec<Result<Embedded<'a>, Problem>>,
}

impl<'a> Found<'a> {
    pub(super) fn new(name: &Path, text: &'a str, kind: PolicyKind) -> Self {
        Self {
            file: name.to_string_lossy().into_owned(),
            text,
            kind,
            unknowns: Unknowns::default(),
            policies: Vec::new(),
        }
    }

    /// Adds the policy that the file is.
    pub(super) fn whole(&mut self, node: Node<'a>) {
        self.policies.push(Ok(Embedded {
            at: String::new(),
            kind: self.kind,
            node,
            // YAML has more blanks than what is sent to IAM.
            text: self.text.trim_start().starts_with('{').then_some(self.text),
        }));
    }

    /// Adds a policy. Without a kind it is guessed.
    pub(super) fn add(&mut self, at: &[PathSegment], kind: Option<PolicyKind>, node: Node<'a>) {
        let node = self.unknowns.settle(node);
        let kind = kind.or_else(|| kinds::guess(&node)).unwrap_or(self.kind);
        self.policies.push(Ok(Embedded {
            at: display_path(at).to_string(),
            kind,
            node,
            text: None,
        }));
    }

    /// Adds the policy that a text is, if it is one. Something is wrong with what begins like one.
    pub(super) fn add_text(
        &mut self,
        at: &[PathSegment],
        kind: Option<PolicyKind>,
        policy: &Placed,
    ) {
        match parse(policy) {
            Ok(node) if is_policy(&node) => self.add(at, kind, node),
            Ok(_) => {}
            Err(error) => {
                let span = policy.place(error.span().unwrap_or_default());
                let message = format!("{} in the policy {}", error.message(), display_path(at));
                let problem = self.problem(span, message);
                self.policies
                    .push(Err(problem.with_help(error.help().map(str::to_owned))));
            }
        }
    }

    /// Adds that the file is no JSON.
    pub(super) fn unreadable(&mut self, error: &ReadError) {
        let problem = self.problem(error.span().unwrap_or_default(), error.message());
        self.policies
            .push(Err(problem.with_help(error.help().map(str::to_owned))));
    }

    /// Something that is wrong at a place in the file.
    pub(super) fn problem(&self, span: Span, message: impl Into<String>) -> Problem {
        let excerpt = Excerpt::of(self.text, 1, span.start as usize, span.end as usize);
        Problem::new(&*self.file, message).at(excerpt)
    }
}

/// Returns true for an object that has statements as policies have them.
pub(super) fn is_policy(node: &Node<'_>) -> bool {
    let Some(statement) = node.get("Statement") else {
        return false;
    };
    // The rules of web access control lists have a `Statement` too.
    node.get("Version").is_some()
        || match &statement.value {
            Value::Array(items) => items.iter().any(|item| item.get("Effect").is_some()),
            _ => statement.get("Effect").is_some(),
        }
}

/// Returns true for a text that is meant to be a policy.
pub(super) fn is_policy_text(text: &str) -> bool {
    text.trim_start().starts_with('{') && text.contains("\"Statement\"")
}

/// Reads the JSON of a text within the file.
fn parse(policy: &Placed) -> Result<Node<'static>, ReadError> {
    json::parse(policy.as_str()).map(|node| moved(node, policy))
}

/// The tree with places in the file, and with its own texts.
fn moved(node: Node<'_>, policy: &Placed) -> Node<'static> {
    let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    let value = match node.value {
        Value::Null => Value::Null,
        Value::Bool(value) => Value::Bool(value),
        Value::Number(digits) => Value::Number(owned(digits)),
        Value::String(text) => Value::String(owned(text)),
        Value::Array(items) => {
            Value::Array(items.into_iter().map(|item| moved(item, policy)).collect())
        }
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|member| Member {
                    key: owned(member.key),
                    key_span: policy.place(member.key_span),
                    value: moved(member.value, policy),
                })
                .collect(),
        ),
        Value::Opaque => Value::Opaque,
    };
    Node {
        span: policy.place(node.span),
        value,
    }
}
