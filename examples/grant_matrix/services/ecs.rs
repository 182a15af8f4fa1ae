//! Clusters and task definitions.

use iam_dsl::{Role, ecs, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let cluster = ecs::Cluster::new(&env(), "my-cluster");
    methods! {
        matrix, "ecs", "Cluster", cluster.clone();
        grant_task_protection = "aws-ecs.Cluster.grantTaskProtection",
    }
    let single = method("ecs", "Cluster", "grant", None)
        .variant("actions", &["$grantee", "ecs:DescribeClusters"]);
    matrix.add(single, |grantee| {
        cluster.grant(grantee, actions![ecs::DescribeClusters])
    });
    let tasks = service_principal!("ecs-tasks.amazonaws.com");
    let role = |name| Role::new(name).with_env(&env()).trusted_by(tasks.clone());
    let task = ecs::TaskDefinition::new(&env(), "my-td:1")
        .with_execution_role(&role("exec-role"))
        .with_task_role(&role("task-role"));
    for cdk in [
        "aws-ecs.TaskDefinition.grantRun",
        "aws-ecs.FargateTaskDefinition.grantRun",
        "aws-ecs.Ec2TaskDefinition.grantRun",
        "aws-ecs.ExternalTaskDefinition.grantRun",
    ] {
        matrix.add(
            method("ecs", "TaskDefinition", "grant_run", Some(cdk)),
            |grantee| task.grant_run(grantee),
        );
    }
    let single = method("ecs", "TaskDefinition", "grant", None)
        .variant("actions", &["$grantee", "ecs:RunTask"]);
    matrix.add(single, |grantee| {
        task.grant(grantee, actions![ecs::RunTask])
    });
}
