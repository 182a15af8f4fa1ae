//! What `terraform show -json` prints of a plan or a state, and state files.

use iam_dsl_core::PathSegment;
use iam_dsl_core::json::{Node, Value};

use super::walk;
use crate::source::found::Found;

/// Returns true for a plan or a state.
pub(in crate::source) fn is_state(root: &Node<'_>) -> bool {
    root.get("terraform_version").is_some() || root.get("planned_values").is_some()
}

/// Finds the policies of what is planned, or of what there is.
pub(in crate::source) fn find<'a>(root: &Node<'a>, found: &mut Found<'a>) {
    let values = root.get("planned_values").or_else(|| root.get("values"));
    match (
        values.and_then(|values| values.get("root_module")),
        root.get("resources"),
    ) {
        (Some(module), _) => in_module(module, found),
        (None, Some(resources)) => in_file(resources, found),
        (None, None) => {}
    }
}

/// A module and those in it; they are nested as deep as the file is.
fn in_module<'a>(module: &Node<'a>, found: &mut Found<'a>) {
    for resource in list(module.get("resources")) {
        let text = |name: &str| resource.get(name).and_then(Node::as_str);
        // Documents that data sources make are those of the resources that use them.
        if let (Some(address), Some(kind), Some(values)) =
            (text("address"), text("type"), resource.get("values"))
            && text("mode") != Some("data")
        {
            address.clone_into(&mut found.prefix);
            walk::in_resource(kind, values.clone(), &mut Vec::new(), found);
        }
    }
    for child in list(module.get("child_modules")) {
        in_module(child, found);
    }
}

/// The resources of a state file, each with its instances.
fn in_file<'a>(resources: &Node<'a>, found: &mut Found<'a>) {
    for resource in list(Some(resources)) {
        let text = |name: &str| resource.get(name).and_then(Node::as_str);
        let (Some(kind), Some(name)) = (text("type"), text("name")) else {
            continue;
        };
        if text("mode") == Some("data") {
            continue;
        }
        let module = text("module").map_or_else(String::new, |module| format!("{module}."));
        for (index, instance) in list(resource.get("instances")).iter().enumerate() {
            found.prefix = format!("{module}{kind}.{name}");
            if let Some(attributes) = instance.get("attributes") {
                let mut at = Vec::new();
                if index > 0 {
                    at.push(PathSegment::Index(index));
                }
                walk::in_resource(kind, attributes.clone(), &mut at, found);
            }
        }
    }
}

fn list<'n, 'a>(node: Option<&'n Node<'a>>) -> &'n [Node<'a>] {
    match node.map(|node| &node.value) {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}
