//! Virtual gateways.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, nested_methods,
    },
};

const CLASS: Class = Class {
    noun: "virtual gateway",
    kind: "AWS::AppMesh::VirtualGateway",
    arn: ArnForm::regional("appmesh", "mesh/").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A virtual gateway of a mesh: whose proxies may get its configuration.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::appmesh;
///
/// let ingress = appmesh::VirtualGateway::named("shop", "ingress");
/// let task = Role::new("ingress-proxy");
/// ingress.grant_stream_aggregated_resources(&task)?;
/// assert!(task.policy().to_json().contains("mesh/shop/virtualGateway/ingress"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct VirtualGateway {
    handle: Handle,
}

handle_methods!(VirtualGateway, "virtual gateway");
nested_methods!(
    VirtualGateway,
    "virtual gateway",
    "appmesh::VirtualGateway",
    mesh "shop" "/virtualGateway/" "ingress",
    "arn:aws:appmesh:us-east-1:123456789012:mesh/shop/virtualGateway/ingress"
);
action_methods!(
    VirtualGateway,
    "virtual gateway",
    "appmesh::VirtualGateway::named(\"shop\", \"ingress\")",
    appmesh::DescribeVirtualGateway
);

impl VirtualGateway {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for VirtualGateway {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    VirtualGateway,
    "virtual gateway",
    "appmesh::VirtualGateway::named(\"shop\", \"ingress\")",
    "virtual gateway `ingress`";

    grant_stream_aggregated_resources => "stream the configuration of" {
        Itself: [appmesh::StreamAggregatedResources],
    }
}
