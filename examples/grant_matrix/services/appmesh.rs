//! Virtual gateways and virtual nodes.

use iam_dsl::{appmesh, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let gateway = appmesh::VirtualGateway::new(&env(), "m", "g");
    methods! {
        matrix, "appmesh", "VirtualGateway", gateway.clone();
        grant_stream_aggregated_resources = "aws-appmesh.VirtualGateway.grantStreamAggregatedResources",
    }
    let row = method(
        "appmesh",
        "VirtualGateway",
        "grant",
        Some("aws-appmesh.VirtualGatewayGrants.actions"),
    )
    .variant(
        "actions",
        &["$grantee", r#"["appmesh:DescribeVirtualGateway"]"#],
    );
    matrix.add(row, |grantee| {
        gateway.grant(grantee, actions![appmesh::DescribeVirtualGateway])
    });
    let node = appmesh::VirtualNode::new(&env(), "m", "n");
    methods! {
        matrix, "appmesh", "VirtualNode", node.clone();
        grant_stream_aggregated_resources = "aws-appmesh.VirtualNode.grantStreamAggregatedResources",
    }
    let row = method(
        "appmesh",
        "VirtualNode",
        "grant",
        Some("aws-appmesh.VirtualNodeGrants.actions"),
    )
    .variant(
        "actions",
        &["$grantee", r#"["appmesh:DescribeVirtualNode"]"#],
    );
    matrix.add(row, |grantee| {
        node.grant(grantee, actions![appmesh::DescribeVirtualNode])
    });
}
