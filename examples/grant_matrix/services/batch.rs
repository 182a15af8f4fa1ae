//! Consumable resources, job definitions and job queues.

use iam_dsl::{batch, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let resource = batch::ConsumableResource::new(&env(), "my-resource");
    methods! {
        matrix, "batch", "ConsumableResource", resource.clone();
        grant_read = "aws-batch.ConsumableResourceGrants.read",
        grant_update = "aws-batch.ConsumableResourceGrants.update",
    }
    let row = method(
        "batch",
        "ConsumableResource",
        "grant",
        Some("aws-batch.ConsumableResourceGrants.actions"),
    )
    .variant(
        "actions",
        &["$grantee", r#"["batch:DescribeConsumableResource"]"#],
    );
    matrix.add(row, |grantee| {
        resource.grant(grantee, actions![batch::DescribeConsumableResource])
    });
    let queue = batch::JobQueue::new(&env(), "my-queue");
    let row = method("batch", "JobQueue", "grant", None)
        .variant("actions", &["$grantee", "batch:GetJobQueueSnapshot"]);
    matrix.add(row, |grantee| {
        queue.grant(grantee, actions![batch::GetJobQueueSnapshot])
    });
    let definition = batch::JobDefinition::new(&env(), "my-jd");
    let submit = method(
        "batch",
        "JobDefinition",
        "grant_submit_job",
        Some("aws-batch.EcsJobDefinition.grantSubmitJob"),
    )
    .variant("plain", &["$grantee", "job-queue ref"]);
    matrix.add(submit, |grantee| {
        definition
            .clone()
            .revision(1)
            .grant_submit_job(grantee, &queue)
    });
    let submit = method("batch", "JobDefinition", "grant_submit_job", None)
        .variant("all_revisions", &["$grantee", "job-queue ref"]);
    matrix.add(submit, |grantee| {
        definition.grant_submit_job(grantee, &queue)
    });
    let row = method("batch", "JobDefinition", "grant", None)
        .variant("actions", &["$grantee", "batch:DeregisterJobDefinition"]);
    matrix.add(row, |grantee| {
        definition.grant(grantee, actions![batch::DeregisterJobDefinition])
    });
}
