//! Job queues.

use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "job queue",
    kind: "AWS::Batch::JobQueue",
    arn: ArnForm::regional("batch", "job-queue/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A job queue: where jobs wait. See [`JobDefinition::grant_submit_job`](super::JobDefinition::grant_submit_job).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::batch;
///
/// let queue = batch::JobQueue::named("reports");
/// let role = Role::new("dashboard");
/// queue.grant(&role, actions![batch::GetJobQueueSnapshot])?;
/// assert!(role.policy().to_json().contains("job-queue/reports"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct JobQueue {
    handle: Handle,
}

handle_methods!(JobQueue, "job queue");
named_methods!(
    JobQueue,
    "job queue",
    "batch::JobQueue",
    "reports",
    "arn:aws:batch:us-east-1:123456789012:job-queue/reports"
);
action_methods!(
    JobQueue,
    "job queue",
    "batch::JobQueue::named(\"reports\")",
    batch::GetJobQueueSnapshot
);

impl JobQueue {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for JobQueue {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
