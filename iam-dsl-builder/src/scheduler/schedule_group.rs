//! Groups of schedules.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "schedule group",
    kind: "AWS::Scheduler::ScheduleGroup",
    arn: ArnForm::regional("scheduler", "schedule-group/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself, On::Beside("schedule/{name}/*")],
};

/// A group of schedules: who may read, make, change and delete them.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::scheduler;
///
/// let nightly = scheduler::ScheduleGroup::named("nightly");
/// let role = Role::new("planner");
/// nightly.grant_write_schedules(&role)?;
/// assert!(role.policy().to_json().contains("schedule/nightly/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ScheduleGroup {
    handle: Handle,
}

handle_methods!(ScheduleGroup, "schedule group");
named_methods!(
    ScheduleGroup,
    "schedule group",
    "scheduler::ScheduleGroup",
    "nightly",
    "arn:aws:scheduler:us-east-1:123456789012:schedule-group/nightly"
);
action_methods!(
    ScheduleGroup,
    "schedule group",
    "scheduler::ScheduleGroup::named(\"nightly\")",
    scheduler::GetScheduleGroup
);

impl ScheduleGroup {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for ScheduleGroup {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    ScheduleGroup, "schedule group", "scheduler::ScheduleGroup::named(\"nightly\")", "schedule group `nightly`";

    grant_read_schedules => "read the schedules of" {
        Beside("schedule/{name}/*"): [scheduler::GetSchedule],
        Everything: [scheduler::ListSchedules],
    }
    /// Who makes a schedule also passes it a role: see [`Role::grant_pass_role`](crate::Role::grant_pass_role).
    grant_write_schedules => "make and change the schedules of" {
        Beside("schedule/{name}/*"): [scheduler::CreateSchedule, scheduler::UpdateSchedule],
    }
    grant_delete_schedules => "delete the schedules of" {
        Beside("schedule/{name}/*"): [scheduler::DeleteSchedule],
    }
}
