//! State machines and activities.

use iam_dsl::{prelude::*, states};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let machine = states::StateMachine::new(&env(), "my-sm");
    methods! {
        matrix, "states", "StateMachine", machine.clone();
        grant_start_execution = "aws-stepfunctions.StateMachine.grantStartExecution",
        grant_start_sync_execution = "aws-stepfunctions.StateMachine.grantStartSyncExecution",
        grant_read = "aws-stepfunctions.StateMachine.grantRead",
        grant_redrive_execution = "aws-stepfunctions.StateMachine.grantRedriveExecution",
        grant_task_response = "aws-stepfunctions.StateMachine.grantTaskResponse",
        grant_start_and_wait = -,
    }
    let execution = method(
        "states",
        "StateMachine",
        "grant_execution",
        Some("aws-stepfunctions.StateMachine.grantExecution"),
    )
    .variant(
        "actions",
        &[
            "$grantee",
            "states:DescribeExecution",
            "states:StopExecution",
        ],
    );
    let actions = actions![states::DescribeExecution, states::StopExecution];
    matrix.add(execution, |grantee| {
        machine.grant_execution(grantee, actions.clone())
    });
    let single = method(
        "states",
        "StateMachine",
        "grant",
        Some("aws-stepfunctions.StateMachine.grant"),
    )
    .variant("actions", &["$grantee", "states:StartExecution"]);
    matrix.add(single, |grantee| {
        machine.grant(grantee, actions![states::StartExecution])
    });
    let activity = states::Activity::new(&env(), "my-activity");
    methods! {
        matrix, "states", "Activity", activity.clone();
        grant_work = -,
    }
    let single = method(
        "states",
        "Activity",
        "grant",
        Some("aws-stepfunctions.Activity.grant"),
    )
    .variant("actions", &["$grantee", "states:GetActivityTask"]);
    matrix.add(single, |grantee| {
        activity.grant(grantee, actions![states::GetActivityTask])
    });
}
