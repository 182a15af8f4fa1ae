//! Endpoints and pipelines.

use iam_dsl::{prelude::*, sagemaker};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let endpoint = sagemaker::Endpoint::new(&env(), "my-endpoint");
    let pipeline = sagemaker::Pipeline::new(&env(), "my-pipeline");
    methods! {
        matrix, "sagemaker", "Endpoint", endpoint.clone();
        grant_invoke = -,
        grant_invoke_async = -,
    }
    methods! {
        matrix, "sagemaker", "Pipeline", pipeline.clone();
        grant_start = -,
        grant_read = -,
        grant_stop = -,
    }
    let single = method("sagemaker", "Endpoint", "grant", None).variant(
        "actions",
        &["$grantee", r#"["sagemaker:DescribeEndpoint"]"#],
    );
    matrix.add(single, |grantee| {
        endpoint.grant(grantee, actions![sagemaker::DescribeEndpoint])
    });
    let single = method("sagemaker", "Pipeline", "grant", None).variant(
        "actions",
        &[
            "$grantee",
            r#"["sagemaker:ListPipelineExecutions","sagemaker:RetryPipelineExecution"]"#,
        ],
    );
    let actions = actions![
        sagemaker::ListPipelineExecutions,
        sagemaker::RetryPipelineExecution
    ];
    matrix.add(single, |grantee| pipeline.grant(grantee, actions.clone()));
}
