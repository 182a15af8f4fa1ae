//! Policies anywhere in a tree.

use iam_dsl_core::json::{Node, Value};
use iam_dsl_core::{PathSegment, PolicyKind};

use super::cloudformation;
use super::found::{Found, is_policy, is_policy_text};
use super::placed::Placed;

/// Finds the policies of a file that is no template.
pub(super) fn find<'a>(node: Node<'a>, found: &mut Found<'a>) {
    if node.get("Statement").is_some() {
        found.whole(node);
    } else {
        inside(node, None, &mut Vec::new(), &of_key, found);
    }
}

/// Finds the policies in a value. What they are for is said by the keys on the way to them.
pub(super) fn inside<'a>(
    node: Node<'a>,
    kind: Option<PolicyKind>,
    at: &mut Vec<PathSegment>,
    of_key: &dyn Fn(&str) -> Option<PolicyKind>,
    found: &mut Found<'a>,
) {
    if is_policy(&node) {
        if let Some(policy) = cloudformation::resolved(&node, found) {
            found.add(at, kind, policy);
        }
        return;
    }
    if cloudformation::is_template(&node) {
        cloudformation::find(&node, at, found);
        return;
    }
    match node.value {
        // A version of a managed policy that is not in use.
        Value::Object(_) if is_old(&node) => {}
        Value::Object(members) => {
            for member in members {
                let kind = of_key(&member.key).or(kind);
                at.push(PathSegment::from(&*member.key));
                inside(member.value, kind, at, of_key, found);
                at.pop();
            }
        }
        Value::Array(items) => {
            for (index, item) in items.into_iter().enumerate() {
                at.push(PathSegment::Index(index));
                inside(item, kind, at, of_key, found);
                at.pop();
            }
        }
        Value::String(text) if text.contains("Statement") => {
            let policy = Placed::written(&text, found.text, node.span);
            let decoded = text.starts_with("%7B").then(|| policy.percent_decoded());
            let policy = decoded.flatten().unwrap_or(policy);
            if is_policy_text(policy.as_str()) {
                found.add_text(at, kind, &policy);
            }
        }
        _ => {}
    }
}

fn is_old(version: &Node<'_>) -> bool {
    let is_default = version.get("IsDefaultVersion").map(|node| &node.value);
    is_default == Some(&Value::Bool(false))
}

/// What the policies inside of a member are for.
fn of_key(key: &str) -> Option<PolicyKind> {
    Some(match key {
        "AssumeRolePolicyDocument" => PolicyKind::Trust,
        "UserPolicyList" | "GroupPolicyList" | "RolePolicyList" | "PolicyVersionList" => {
            PolicyKind::Identity
        }
        _ => return None,
    })
}
