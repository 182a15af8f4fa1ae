//! State machines.

use crate::{
    Grant, GrantError, Grantee, IntoActions,
    grant::{Granting, On, give_actions, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "state machine",
    kind: "AWS::StepFunctions::StateMachine",
    arn: ArnForm::regional("states", "stateMachine:"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself, On::Beside("execution:{name}:*")],
};

const EXECUTIONS: Class = Class {
    noun: "executions of state machine",
    kind: CLASS.kind,
    arn: ArnForm::regional("states", "execution:"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A state machine: who may run it, and see and stop what runs.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::states;
///
/// let orders = states::StateMachine::named("orders");
/// let role = Role::new("shop");
/// orders.grant_start_execution(&role)?;
/// assert!(role.policy().to_json().contains("states:StartExecution"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct StateMachine {
    handle: Handle,
}

handle_methods!(StateMachine, "state machine");
named_methods!(
    StateMachine,
    "state machine",
    "states::StateMachine",
    "orders",
    "arn:aws:states:us-east-1:123456789012:stateMachine:orders"
);
action_methods!(
    StateMachine,
    "state machine",
    "states::StateMachine::named(\"orders\")",
    states::ListStateMachineVersions
);

impl StateMachine {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// Lets the grantee use these actions on the executions of the state machine.
    ///
    /// # Errors
    ///
    /// An action is a pattern, or one that acts on no execution. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, states};
    ///
    /// let role = Role::new("operator");
    /// states::StateMachine::named("orders")
    ///     .grant_execution(&role, actions![states::DescribeExecution, states::StopExecution])?;
    /// assert!(role.policy().to_json().contains("execution:orders:*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_execution(
        &self,
        grantee: impl Grantee,
        actions: impl IntoActions,
    ) -> Result<Grant, GrantError> {
        let handle = &self.handle;
        let arn = handle.arn_beside("execution:{name}:*");
        let executions = Executions {
            handle: Handle::new(
                &EXECUTIONS,
                handle.owner().clone(),
                handle.name().to_owned(),
                arn,
            ),
        };
        give_actions(&executions, grantee.into_party(), &actions.into_actions())
    }
}

/// The executions of a state machine.
struct Executions {
    handle: Handle,
}

impl Granting for Executions {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

impl Granting for StateMachine {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    StateMachine, "state machine", "states::StateMachine::named(\"orders\")", "state machine `orders`";

    grant_start_execution => "start executions of" {
        Itself: [states::StartExecution],
    }
    /// Executions of an express workflow, whose result the caller waits for.
    grant_start_sync_execution => "start, and await the results of, executions of" {
        Itself: [states::StartSyncExecution],
    }
    // Neither activities, which are no part of a state machine, nor lists of all that the account has.
    grant_read => "read executions and the definition of" {
        Itself: [states::ListExecutions, states::DescribeStateMachine],
        Beside("execution:{name}:*"): [
            states::DescribeExecution,
            states::DescribeStateMachineForExecution,
            states::GetExecutionHistory,
        ],
    }
    grant_redrive_execution => "restart failed executions of" {
        Beside("execution:{name}:*"): [states::RedriveExecution],
    }
    // The Service Authorization Reference knows no resource of these:
    // <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html>
    /// Who knows the token of a task can answer it.
    grant_task_response => "answer tasks of all state machines, among them" {
        Everything: [states::SendTaskSuccess, states::SendTaskFailure, states::SendTaskHeartbeat],
    }
}
