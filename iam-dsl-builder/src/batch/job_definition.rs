//! Job definitions.

use iam_dsl_core::Arn;

use super::JobQueue;
use crate::{
    Env, Grant, GrantError, Grantee, ValueError,
    grant::{Granting, On, Request, entries},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "job definition",
    kind: "AWS::Batch::JobDefinition",
    arn: ArnForm::regional("batch", "job-definition/").without(&['/']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A job definition: who may submit jobs of it. All of its revisions, unless one is chosen.
///
/// AWS Batch asks about a revision where a job is submitted, so that the ARN of the definition alone matches nothing. See
/// AWS's page on
/// [revisions](https://docs.aws.amazon.com/batch/latest/userguide/iam-example-restrict-job-submission.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::batch;
///
/// let (report, queue) = (batch::JobDefinition::named("report"), batch::JobQueue::named("nightly"));
/// let role = Role::new("scheduler");
/// report.grant_submit_job(&role, &queue)?;
/// assert!(role.policy().to_json().contains("job-definition/report:*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct JobDefinition {
    handle: Handle,
}

handle_methods!(JobDefinition, "job definition");
action_methods!(
    JobDefinition,
    "job definition",
    "batch::JobDefinition::named(\"report\")",
    batch::DeregisterJobDefinition
);

impl JobDefinition {
    /// The job definition of this name, in the account and region of an environment.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{batch, prelude::*};
    ///
    /// let env = Env::new("123456789012", "us-east-1")?;
    /// let report = batch::JobDefinition::new(&env, "report");
    /// assert_eq!(report.arn().to_string(), "arn:aws:batch:us-east-1:123456789012:job-definition/report:*");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Known(env.clone()), name.into())
    }

    /// The job definition of this name, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Deploying, name.into())
    }

    #[inline]
    fn of_owner(owner: Owner, name: String) -> Self {
        let handle = Handle::named(&CLASS, owner, format!("{name}:*"));
        Self {
            handle: handle.with_name(name),
        }
    }

    /// One revision, and no other.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::batch;
    ///
    /// let report = batch::JobDefinition::named("report").revision(3);
    /// assert!(report.arn().to_string().ends_with(":job-definition/report:3"));
    /// ```
    #[must_use]
    #[inline]
    pub fn revision(self, number: u32) -> Self {
        let arn = self
            .handle
            .arn_beside(&format!("job-definition/{{name}}:{number}"));
        let (owner, name) = (self.handle.owner().clone(), self.handle.name().to_owned());
        let handle = Handle::new(&CLASS, owner, name, arn);
        Self { handle }
    }

    /// The job definition that has this ARN, or the one revision: one that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a job definition or of a revision of one.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{batch, prelude::*};
    ///
    /// let arn = arn!("arn:aws:batch:us-east-1:999999999999:job-definition/report:3");
    /// assert_eq!(batch::JobDefinition::from_arn(arn)?.name(), "report");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        let name = handle.name().to_owned();
        let (name, arn) = match name.split_once(':') {
            Some((name, _)) => (name.to_owned(), handle.arn()),
            None => (name, handle.sub_arn(":*")),
        };
        let handle = Handle::new(&CLASS, handle.owner().clone(), name, arn);
        Ok(Self { handle })
    }

    /// Lets the grantee submit jobs of the definition to a queue.
    ///
    /// It allows `batch:SubmitJob` on the revisions of the definition and on the queue. Jobs of other definitions that the
    /// grantee may submit can go to the queue as well, since the service asks about each for itself.
    ///
    /// # Errors
    ///
    /// The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: the
    /// job definition has none. See [`GrantError`].
    ///
    /// # Example
    ///
    /// See [`JobDefinition`].
    #[inline]
    pub fn grant_submit_job(
        &self,
        grantee: impl Grantee,
        queue: &JobQueue,
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_submit_job;
        let mut request = Request::of(self, entry, grantee.into_party())?;
        request.plan(queue, entry)?;
        Ok(request.give())
    }
}

impl Granting for JobDefinition {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

entries! { entries;
    grant_submit_job => "submit jobs of" {
        Itself: [batch::SubmitJob],
    }
}
