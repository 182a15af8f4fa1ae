//! Where a template has its policies.

use iam_dsl_core::json::{Node, Value};
use iam_dsl_core::{PathSegment, PolicyKind};

use super::intrinsics::call;
use super::references::Template;
use crate::source::found::{Found, is_policy, is_policy_text};
use crate::source::kinds::{self, Holds};

/// Finds the policies of a template that stands at a place in the file.
pub(super) fn template<'a>(template: &Template<'_, 'a>, at: &[PathSegment], found: &mut Found<'a>) {
    let mut walk = Walk {
        template,
        found,
        at: at.to_owned(),
        root: at.len(),
    };
    let place = Place::default();
    walk.node(template.root, place);
}

struct Walk<'w, 'n, 'a> {
    template: &'w Template<'n, 'a>,
    found: &'w mut Found<'a>,
    at: Vec<PathSegment>,
    /// How many steps lead to the template.
    root: usize,
}

/// What is known of the place of a value.
#[derive(Clone, Copy, Default)]
struct Place<'n> {
    /// The type of the resource it is in.
    resource: &'n str,
    holds: Holds,
    /// What policies further inside are for, where a resource says so itself.
    kind: Option<PolicyKind>,
}

impl<'n, 'a> Walk<'_, 'n, 'a> {
    fn node(&mut self, node: &'n Node<'a>, place: Place<'n>) {
        if self.is_taken(node, place) {
            return;
        }
        match &node.value {
            Value::Object(members) => {
                let place = self.entered(node, place);
                // What a function is called with may be what stands here.
                let is_call = call(node).is_some();
                for member in members {
                    let holds = if is_call {
                        place.holds
                    } else {
                        kinds::of_cloudformation(place.resource, &member.key)
                    };
                    self.at.push(PathSegment::from(&*member.key));
                    self.node(&member.value, Place { holds, ..place });
                    self.at.pop();
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.at.push(PathSegment::Index(index));
                    self.node(item, place);
                    self.at.pop();
                }
            }
            _ => {}
        }
    }

    /// Adds the value if it is a policy.
    fn is_taken(&mut self, node: &'n Node<'a>, place: Place<'n>) -> bool {
        let kind = place.holds.kind().or(place.kind);
        place.resource.clone_into(&mut self.found.resource);
        let function = call(node).map(|(function, _)| function);
        let may_be = place.holds != Holds::Anything && function.is_none() && has_element(node);
        if is_policy(node) || may_be {
            if let Some(policy) = self.template.resolved(node, &self.found.unknowns) {
                self.found.add(&self.at, kind, policy);
            }
            return true;
        }
        if node.as_str().is_none() && !matches!(function, Some("Sub" | "Join")) {
            return false;
        }
        let text = self.template.text_of(node, &self.found.unknowns);
        let text = text.filter(|text| is_policy_text(text.as_str()));
        if let Some(text) = &text {
            self.found.add_text(&self.at, kind, text);
        }
        text.is_some()
    }

    /// The place of what is inside of an object.
    fn entered(&mut self, node: &'n Node<'a>, place: Place<'n>) -> Place<'n> {
        let kind = node.get("Type").and_then(Node::as_str);
        let path = self.at.get(self.root..).unwrap_or(&[]);
        let is_resource = matches!(path, [PathSegment::Key(section), _] if section == "Resources");
        let Some(resource) = kind.filter(|_| is_resource) else {
            return place;
        };
        let kind = match resource {
            "AWS::Organizations::Policy" => organizations_kind(node),
            "AWS::Serverless::Function" | "AWS::Serverless::StateMachine" => {
                Some(PolicyKind::Identity)
            }
            _ => None,
        };
        Place {
            resource,
            holds: Holds::Anything,
            kind,
        }
    }
}

/// Returns true for an object with an element of a policy, and not for a pattern of a service's own.
fn has_element(node: &Node<'_>) -> bool {
    node.get("Version").is_some() || node.get("Statement").is_some()
}

fn organizations_kind(resource: &Node<'_>) -> Option<PolicyKind> {
    match resource.get("Properties")?.get("Type")?.as_str()? {
        "SERVICE_CONTROL_POLICY" => Some(PolicyKind::Scp),
        "RESOURCE_CONTROL_POLICY" => Some(PolicyKind::Rcp),
        _ => None,
    }
}
