//! Templates of CloudFormation and SAM.

mod intrinsics;
mod references;
mod resolve;
mod text;
mod walk;

use iam_dsl_core::PathSegment;
use iam_dsl_core::json::{Node, Value};

use self::references::Template;
use super::found::Found;

/// Returns true for a template, whatever else it has.
pub(super) fn is_template(root: &Node<'_>) -> bool {
    if root.get("AWSTemplateFormatVersion").is_some() {
        return true;
    }
    let Some(Value::Object(resources)) = root.get("Resources").map(|node| &node.value) else {
        return false;
    };
    let is_resource = |node: &Node<'_>| {
        let name = node.get("Type").and_then(Node::as_str);
        name.is_some_and(|name| name.contains("::"))
    };
    resources.iter().any(|member| is_resource(&member.value))
}

/// Finds the policies of a template that stands at a place in the file.
pub(super) fn find<'a>(root: &Node<'a>, at: &[PathSegment], found: &mut Found<'a>) {
    let template = Template::new(root, found.text);
    walk::template(&template, at, found);
}

/// The policy without intrinsic functions, where it stands in no template that would say what they
/// refer to.
pub(super) fn resolved<'a>(policy: &Node<'a>, found: &Found<'a>) -> Option<Node<'a>> {
    Template::new(policy, found.text).resolved(policy, &found.unknowns)
}
