//! Trees as they are once a template is deployed.

use std::borrow::Cow;

use iam_dsl_core::json::{Member, Node, Value};

use super::intrinsics::{branches, call, is_no_value};
use super::references::Template;
use crate::source::unknown::Unknowns;

impl<'a> Template<'_, 'a> {
    /// The value without intrinsic functions. `None`: `AWS::NoValue` takes it away.
    ///
    /// Of two branches that a condition decides between, a list gets both, where they are objects
    /// such as statements: each of them may be what is deployed. Elsewhere the one that is a value
    /// is taken, and otherwise nothing is known.
    pub(super) fn resolved(&self, node: &Node<'a>, unknowns: &Unknowns) -> Option<Node<'a>> {
        let value = match &node.value {
            _ if is_no_value(node) => return None,
            Value::Array(items) => Value::Array(self.items(items, unknowns)),
            Value::Object(members) => match call(node) {
                Some((function, argument)) => {
                    return self.called(node, function, argument, unknowns);
                }
                None => Value::Object(self.members(members, unknowns)),
            },
            other => other.clone(),
        };
        let span = node.span;
        Some(Node { span, value })
    }

    fn called(
        &self,
        node: &Node<'a>,
        function: &str,
        argument: &Node<'a>,
        unknowns: &Unknowns,
    ) -> Option<Node<'a>> {
        let value = match (function, branches(node)) {
            (_, Some([yes, no])) => {
                let (yes, no) = (self.resolved(yes, unknowns), self.resolved(no, unknowns));
                let (yes, no) = match (yes, no) {
                    (Some(yes), Some(no)) => (yes, no),
                    (one, other) => return one.or(other),
                };
                if yes.value == no.value {
                    yes.value
                } else {
                    Value::Opaque
                }
            }
            ("FindInMap", None) => match self.find_in_map(argument, unknowns) {
                Some(found) => found.value.clone(),
                None => Value::Opaque,
            },
            _ => match self.text_of(node, unknowns) {
                Some(text) => Value::String(Cow::Owned(text.as_str().to_owned())),
                None => Value::Opaque,
            },
        };
        let span = node.span;
        Some(Node { span, value })
    }

    fn items(&self, items: &[Node<'a>], unknowns: &Unknowns) -> Vec<Node<'a>> {
        let mut all = Vec::with_capacity(items.len());
        for item in items {
            let both = branches(item).map(|both| both.map(|one| self.resolved(one, unknowns)));
            match both {
                Some([Some(yes), Some(no)]) if is_object(&yes) || is_object(&no) => {
                    all.extend([yes, no]);
                }
                _ => all.extend(self.resolved(item, unknowns)),
            }
        }
        all
    }

    fn members(&self, members: &[Member<'a>], unknowns: &Unknowns) -> Vec<Member<'a>> {
        let resolve = |member: &Member<'a>| {
            let value = match branches(&member.value) {
                // All statements that there may be.
                Some(both) if member.key == "Statement" => {
                    let both = both.iter().filter_map(|one| self.resolved(one, unknowns));
                    let all = both.flat_map(|one| match one.value {
                        Value::Array(items) => items,
                        _ => vec![one],
                    });
                    Node {
                        span: member.value.span,
                        value: Value::Array(all.collect()),
                    }
                }
                _ => self.resolved(&member.value, unknowns)?,
            };
            Some(Member {
                key: member.key.clone(),
                key_span: member.key_span,
                value,
            })
        };
        members.iter().filter_map(resolve).collect()
    }
}

fn is_object(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Object(_))
}
