//! Groups of schedules.

use iam_dsl::{prelude::*, scheduler};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let group = scheduler::ScheduleGroup::new(&env(), "my-group");
    methods! {
        matrix, "scheduler", "ScheduleGroup", group.clone();
        grant_read_schedules = "aws-scheduler.ScheduleGroup.grantReadSchedules",
        grant_write_schedules = "aws-scheduler.ScheduleGroup.grantWriteSchedules",
        grant_delete_schedules = "aws-scheduler.ScheduleGroup.grantDeleteSchedules",
    }
    let single = method(
        "scheduler",
        "ScheduleGroup",
        "grant",
        Some("aws-scheduler.ScheduleGroup.grant"),
    )
    .variant("actions", &["$grantee", "scheduler:GetScheduleGroup"]);
    matrix.add(single, |grantee| {
        group.grant(grantee, actions![scheduler::GetScheduleGroup])
    });
}
