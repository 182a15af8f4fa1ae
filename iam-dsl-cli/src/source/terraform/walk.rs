//! Where a module has its policies.

use iam_dsl_core::json::Node;
use iam_dsl_core::{PathSegment, PolicyKind};

use super::document;
use super::module::Module;
use crate::source::found::Found;
use crate::source::{kinds, walk};

/// Finds the policies of a module.
pub(super) fn module<'a>(module: &Module<'_, 'a>, found: &mut Found<'a>) {
    // What resources refer to is found where it is written.
    let (resources, others): (Vec<_>, Vec<_>) =
        module.entries.iter().partition(|entry| entry.is_resource());
    for entry in others.into_iter().chain(resources) {
        let names: Vec<&str> = entry.path.iter().map(String::as_str).collect();
        let node = module.unknowns.settle(module.contents(entry));
        let mut at: Vec<_> = names.iter().map(|&name| PathSegment::from(name)).collect();
        match &names[..] {
            ["data", "aws_iam_policy_document", _] => {
                if let Some(policy) = document::policy(node) {
                    found.add(&at, None, policy);
                }
            }
            [kind, ..] => in_resource(kind, node, &mut at, found),
            [] => {}
        }
    }
    for (place, error) in module.broken.take() {
        let message = format!("{} in a policy", error.message());
        found.wrong(place, message, error.help());
    }
}

/// Finds the policies of a resource.
pub(super) fn in_resource<'a>(
    kind: &str,
    node: Node<'a>,
    at: &mut Vec<PathSegment>,
    found: &mut Found<'a>,
) {
    kind.clone_into(&mut found.resource);
    let organizations = organizations_kind(kind, &node);
    let of_key = |key: &str| kinds::of_terraform(kind, key).or(organizations);
    walk::inside(node, None, at, &of_key, found);
}

fn organizations_kind(kind: &str, resource: &Node<'_>) -> Option<PolicyKind> {
    if kind != "aws_organizations_policy" {
        return None;
    }
    match resource.get("type").and_then(Node::as_str) {
        None | Some("SERVICE_CONTROL_POLICY") => Some(PolicyKind::Scp),
        Some("RESOURCE_CONTROL_POLICY") => Some(PolicyKind::Rcp),
        Some(_) => None,
    }
}
