//! Pipelines and their approvals.

use iam_dsl::{codepipeline, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let pipeline = codepipeline::Pipeline::new(&env(), "my-pipeline");
    methods! {
        matrix, "codepipeline", "Approval", pipeline.approval("Gate", "Approve");
        grant_manual_approval = "aws-codepipeline-actions.ManualApprovalAction.grantManualApproval",
    }
    let single = method("codepipeline", "Pipeline", "grant", None).variant(
        "actions",
        &["$grantee", "codepipeline:StartPipelineExecution"],
    );
    matrix.add(single, |grantee| {
        pipeline.grant(grantee, actions![codepipeline::StartPipelineExecution])
    });
}
