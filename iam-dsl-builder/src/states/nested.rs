//! State machines that run others and wait for them.

use super::StateMachine;
use crate::{
    Grant, GrantError, Grantee,
    events::Rule,
    grant::{Granting, Request, entries},
};

entries! { nested;
    grant_start_and_wait => "start, and await the end of, executions of" {
        Itself: [states::StartExecution],
        Beside("execution:{name}:*"): [states::DescribeExecution, states::StopExecution],
    }
    // Step Functions makes the rule itself, with the permissions of the role.
    rule => "see and change" {
        Itself: [events::DescribeRule, events::PutRule, events::PutTargets],
    }
}

impl StateMachine {
    /// Lets the role of another state machine start this one and wait until it ends: the integration `.sync`.
    ///
    /// It allows `states:StartExecution` on the state machine, `states:DescribeExecution` and `states:StopExecution` on its
    /// executions, and `events:DescribeRule`, `events:PutRule` and `events:PutTargets` on the rule by which Step Functions
    /// learns of their end. See AWS's page on
    /// [nested executions](https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html).
    ///
    /// # Errors
    ///
    /// The grantee has no policy of its own, or is of another account. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, states};
    ///
    /// let (order, payment) = (Role::new("order-workflow"), states::StateMachine::named("payment"));
    /// payment.grant_start_and_wait(&order)?;
    /// assert!(order.policy().to_json().contains("execution:payment:*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_start_and_wait(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let party = grantee.into_party();
        let mut request = Request::of(self, &nested::grant_start_and_wait, party)?;
        request.plan(&Rule::of_executions(self.handle()), &nested::rule)?;
        Ok(request.give())
    }
}
