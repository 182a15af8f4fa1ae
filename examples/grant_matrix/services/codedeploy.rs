//! Deployment groups.

use iam_dsl::{codedeploy, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let group = codedeploy::DeploymentGroup::new(&env(), "my-app", "my-dg");
    methods! {
        matrix, "codedeploy", "DeploymentGroup", group.clone();
        grant_put_lifecycle_event_hook_execution_status =
            "aws-codedeploy.LambdaDeploymentGroup.grantPutLifecycleEventHookExecutionStatus",
    }
    let single = method("codedeploy", "DeploymentGroup", "grant", None)
        .variant("actions", &["$grantee", "codedeploy:CreateDeployment"]);
    matrix.add(single, |grantee| {
        group.grant(grantee, actions![codedeploy::CreateDeployment])
    });
}
