//! Virtual nodes.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, nested_methods,
    },
};

const CLASS: Class = Class {
    noun: "virtual node",
    kind: "AWS::AppMesh::VirtualNode",
    arn: ArnForm::regional("appmesh", "mesh/").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A virtual node of a mesh: whose proxies may get its configuration.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::appmesh;
///
/// let orders = appmesh::VirtualNode::named("shop", "orders");
/// let task = Role::new("orders-proxy");
/// orders.grant_stream_aggregated_resources(&task)?;
/// assert!(task.policy().to_json().contains("mesh/shop/virtualNode/orders"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct VirtualNode {
    handle: Handle,
}

handle_methods!(VirtualNode, "virtual node");
nested_methods!(
    VirtualNode,
    "virtual node",
    "appmesh::VirtualNode",
    mesh "shop" "/virtualNode/" "orders",
    "arn:aws:appmesh:us-east-1:123456789012:mesh/shop/virtualNode/orders"
);
action_methods!(
    VirtualNode,
    "virtual node",
    "appmesh::VirtualNode::named(\"shop\", \"orders\")",
    appmesh::DescribeVirtualNode
);

impl VirtualNode {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for VirtualNode {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    VirtualNode,
    "virtual node",
    "appmesh::VirtualNode::named(\"shop\", \"orders\")",
    "virtual node `orders`";

    grant_stream_aggregated_resources => "stream the configuration of" {
        Itself: [appmesh::StreamAggregatedResources],
    }
}
