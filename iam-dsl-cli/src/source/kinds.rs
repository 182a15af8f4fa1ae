//! What policies are for, by where they stand and what they hold.

use iam_dsl_core::PolicyKind;
use iam_dsl_core::json::{Node, Value};

/// Tells what a policy is for by its elements, where they tell.
pub(crate) fn guess(policy: &Node<'_>) -> Option<PolicyKind> {
    let statements = policy.get("Statement")?;
    let statements = items(statements);
    let has = |element: &str| statements.iter().any(|one| one.get(element).is_some());
    if !has("Principal") && !has("NotPrincipal") {
        return None;
    }
    let assumes = !has("Resource") && !has("NotResource") && statements.iter().all(is_assumed);
    Some(if assumes {
        PolicyKind::Trust
    } else {
        PolicyKind::Resource
    })
}

/// Returns true when all actions of a statement are those of trust policies.
fn is_assumed(statement: &Node<'_>) -> bool {
    let Some(actions) = statement.get("Action") else {
        return false;
    };
    items(actions).iter().all(|action| match action.as_str() {
        Some(action) => {
            let is = |start: &str| {
                let start = start.as_bytes();
                let name = action.as_bytes().get(..start.len());
                name.is_some_and(|name| name.eq_ignore_ascii_case(start))
            };
            is("sts:AssumeRole") || is("sts:TagSession") || is("sts:Set")
        }
        None => action.value == Value::Opaque,
    })
}

/// The items of a list, or the one value that stands for a list.
fn items<'n, 'a>(node: &'n Node<'a>) -> &'n [Node<'a>] {
    match &node.value {
        Value::Array(items) => items,
        _ => std::slice::from_ref(node),
    }
}

/// What a place in a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Holds {
    /// Perhaps a policy.
    #[default]
    Anything,
    /// A policy, of this kind where that is known.
    Policy(Option<PolicyKind>),
}

impl Holds {
    pub(super) const fn kind(self) -> Option<PolicyKind> {
        match self {
            Self::Anything => None,
            Self::Policy(kind) => kind,
        }
    }
}

/// What a policy is for that a resource of CloudFormation has at a key.
pub(super) fn of_cloudformation(resource: &str, key: &str) -> Holds {
    let kind = match (resource, key) {
        (_, "AssumeRolePolicyDocument") => PolicyKind::Trust,
        ("AWS::EC2::VPCEndpoint", "PolicyDocument") => PolicyKind::VpcEndpoint,
        ("AWS::SSO::PermissionSet", "InlinePolicy") | ("AWS::IoT::Policy", "PolicyDocument") => {
            PolicyKind::Identity
        }
        (iam, "PolicyDocument") if iam.starts_with("AWS::IAM::") => PolicyKind::Identity,
        (aws, "PolicyDocument") if aws.starts_with("AWS::") => PolicyKind::Resource,
        (_, "PolicyDocument" | "Document") => return Holds::Policy(None),
        (
            _,
            "KeyPolicy"
            | "ResourcePolicy"
            | "RepositoryPolicyText"
            | "FileSystemPolicy"
            | "AccessPolicies"
            | "AccessPolicy"
            | "PermissionsPolicyDocument"
            | "PolicyText"
            | "Policy",
        ) if resource.starts_with("AWS::") => PolicyKind::Resource,
        _ => return Holds::Anything,
    };
    Holds::Policy(Some(kind))
}

/// What a policy is for that a resource of Terraform has in an attribute.
pub(super) fn of_terraform(resource: &str, attribute: &str) -> Option<PolicyKind> {
    Some(match (resource, attribute) {
        (_, "assume_role_policy") => PolicyKind::Trust,
        ("aws_vpc_endpoint" | "aws_vpc_endpoint_policy", "policy") => PolicyKind::VpcEndpoint,
        ("aws_iot_policy", "policy") | (_, "inline_policy") => PolicyKind::Identity,
        (iam, "policy") if iam.starts_with("aws_iam_") => PolicyKind::Identity,
        (
            _,
            "policy" | "access_policy" | "access_policies" | "resource_policy" | "key_policy"
            | "policy_document" | "policy_text",
        ) if resource.starts_with("aws_") => PolicyKind::Resource,
        _ => return None,
    })
}
