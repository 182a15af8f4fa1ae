//! What was found in a file so far.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use iam_dsl_core::json::{self, Member, Node, Span, Value};
use iam_dsl_core::{PathSegment, PolicyKind, ReadError, display_path};

use super::complete::complete;
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
    /// What the places of policies are in, where that has a name of its own.
    pub(super) prefix: String,
    /// The type of the resource that policies are being looked for in.
    pub(super) resource: String,
    /// Each with the byte at which it starts.
    policies: Vec<(u32, Result<Embedded<'a>, Problem>)>,
    /// Where each policy is among them.
    known: HashMap<Span, Known>,
}

struct Known {
    index: usize,
    /// Nothing has said so far what it is for.
    is_guessed: bool,
}

impl<'a> Found<'a> {
    pub(super) fn new(name: &Path, text: &'a str, kind: PolicyKind) -> Self {
        Self {
            file: name.to_string_lossy().into_owned(),
            text,
            kind,
            unknowns: Unknowns::default(),
            prefix: String::new(),
            resource: String::new(),
            policies: Vec::new(),
            known: HashMap::new(),
        }
    }

    /// Adds the policy that the file is.
    pub(super) fn whole(&mut self, node: Node<'a>) {
        let policy = Embedded {
            at: String::new(),
            kind: self.kind,
            node,
            // YAML has more blanks than what is sent to IAM.
            text: self.text.trim_start().starts_with('{').then_some(self.text),
        };
        self.policies.push((0, Ok(policy)));
    }

    /// Adds a policy. Without a kind it is guessed.
    ///
    /// What several places refer to is one policy: where it was found first, and for what the first
    /// of them says that it is.
    pub(super) fn add(&mut self, at: &[PathSegment], kind: Option<PolicyKind>, node: Node<'a>) {
        let mut node = self.unknowns.settle(node);
        complete(&mut node, &self.resource);
        let span = node.span;
        if let Some(known) = self.known.get_mut(&span) {
            let policy = self.policies.get_mut(known.index);
            if let (Some((_, Ok(policy))), Some(kind), true) = (policy, kind, known.is_guessed) {
                policy.kind = kind;
                known.is_guessed = false;
            }
            return;
        }
        let is_guessed = kind.is_none();
        let kind = kind.or_else(|| kinds::guess(&node)).unwrap_or(self.kind);
        let index = self.policies.len();
        self.known.insert(span, Known { index, is_guessed });
        let at = self.address(at);
        let text = None;
        let policy = Embedded {
            at,
            kind,
            node,
            text,
        };
        self.policies.push((span.start, Ok(policy)));
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
                let message = format!("{} in the policy {}", error.message(), self.address(at));
                self.wrong(span, message, error.help());
            }
        }
    }

    /// Adds that something is wrong at a place in the file.
    pub(super) fn wrong(&mut self, span: Span, message: impl Into<String>, help: Option<&str>) {
        let excerpt = Excerpt::of(self.text, 1, span.start as usize, span.end as usize);
        let problem = Problem::new(&*self.file, message)
            .with_help(help.map(str::to_owned))
            .at(excerpt);
        self.policies.push((span.start, Err(problem)));
    }

    /// All that was found, in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Result<Embedded<'a>, Problem>> {
        self.policies.sort_by_key(|(start, _)| *start);
        self.policies
            .into_iter()
            .map(|(_, policy)| policy)
            .collect()
    }

    fn address(&self, at: &[PathSegment]) -> String {
        let path = display_path(at).to_string();
        let is_joined = self.prefix.is_empty() || path.is_empty() || path.starts_with('[');
        let dot = if is_joined { "" } else { "." };
        format!("{}{dot}{path}", self.prefix)
    }
}

/// Returns true for an object that has statements as policies have them.
///
/// The rules of web access control lists have a `Statement` too, and so have schemas of policies.
pub(super) fn is_policy(node: &Node<'_>) -> bool {
    let Some(statement) = node.get("Statement") else {
        return false;
    };
    let has_effect = |node: &Node<'_>| {
        let effect = node.get("Effect");
        effect.is_some_and(|effect| effect.as_str().is_some() || effect.value == Value::Opaque)
    };
    node.get("Version").and_then(Node::as_str).is_some()
        || match &statement.value {
            Value::Array(items) => items.iter().any(has_effect),
            _ => has_effect(statement),
        }
}

/// Returns true for a text that is meant to be a policy.
pub(super) fn is_policy_text(text: &str) -> bool {
    text.trim_start().starts_with('{') && text.contains("\"Statement\"")
}

/// Reads the JSON of a text within the file.
pub(super) fn parse(policy: &Placed) -> Result<Node<'static>, ReadError> {
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
