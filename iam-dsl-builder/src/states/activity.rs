//! Activities.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "activity",
    kind: "AWS::StepFunctions::Activity",
    arn: ArnForm::regional("states", "activity:"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An activity: a task of state machines that workers elsewhere fetch.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::states;
///
/// let approve = states::Activity::named("approve");
/// let role = Role::new("worker");
/// approve.grant(&role, actions![states::GetActivityTask])?;
/// assert!(role.policy().to_json().contains("activity:approve"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Activity {
    handle: Handle,
}

handle_methods!(Activity, "activity");
named_methods!(
    Activity,
    "activity",
    "states::Activity",
    "approve",
    "arn:aws:states:us-east-1:123456789012:activity:approve"
);
action_methods!(
    Activity,
    "activity",
    "states::Activity::named(\"approve\")",
    states::GetActivityTask
);

impl Activity {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Activity {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Activity, "activity", "states::Activity::named(\"approve\")", "activity `approve`";

    grant_work => "fetch and answer tasks of" {
        Itself: [states::GetActivityTask],
        Everything: [states::SendTaskSuccess, states::SendTaskFailure, states::SendTaskHeartbeat],
    }
}
