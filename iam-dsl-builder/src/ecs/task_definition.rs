//! Task definitions.

use iam_dsl_core::Arn;

use crate::{
    Env, Grant, GrantError, Grantee, Role, ServicePrincipal, ValueError,
    grant::{Granting, On, Request, entries},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods},
    owner::Owner,
    role_grants::plan_passing,
};

const CLASS: Class = Class {
    noun: "task definition",
    kind: "AWS::ECS::TaskDefinition",
    arn: ArnForm::regional("ecs", "task-definition/").without(&['/']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A task definition: who may run tasks of it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ecs;
///
/// let tasks = service_principal!("ecs-tasks.amazonaws.com");
/// let report_role = Role::new("report").trusted_by(tasks);
/// let report = ecs::TaskDefinition::named("report").with_task_role(&report_role);
/// let role = Role::new("scheduler");
/// report.grant_run(&role)?;
/// assert!(role.policy().to_json().contains("task-definition/report:*"));
/// assert!(role.policy().to_json().contains("iam:PassRole"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct TaskDefinition {
    handle: Handle,
    task_role: Option<Role>,
    execution_role: Option<Role>,
}

handle_methods!(TaskDefinition, "task definition");
action_methods!(
    TaskDefinition,
    "task definition",
    "ecs::TaskDefinition::named(\"report:3\")",
    ecs::RunTask
);

impl TaskDefinition {
    /// The task definition of this family in the account and region of an environment: one revision of it, such as
    /// `report:3`, or all, as in `report`.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Known(env.clone()), name.into())
    }

    /// The same in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Deploying, name.into())
    }

    #[inline]
    fn of_owner(owner: Owner, name: String) -> Self {
        if name.contains(':') {
            return Self::of(Handle::named(&CLASS, owner, name));
        }
        // Each revision is a resource of its own.
        let handle = Handle::named(&CLASS, owner, format!("{name}:*"));
        Self::of(handle.with_name(name))
    }

    #[inline]
    fn of(handle: Handle) -> Self {
        Self {
            handle,
            task_role: None,
            execution_role: None,
        }
    }

    /// The task definition that has this ARN: one that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a task definition.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{ecs, prelude::*};
    ///
    /// let arn = arn!("arn:aws:ecs:us-east-1:123456789012:task-definition/report:3");
    /// assert_eq!(ecs::TaskDefinition::from_arn(arn)?.name(), "report:3");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Handle::from_arn(&CLASS, arn).map(Self::of)
    }

    /// Says with which role the containers run. Who runs a task passes it.
    #[must_use]
    #[inline]
    pub fn with_task_role(mut self, role: &Role) -> Self {
        self.task_role = Some(role.clone());
        self
    }

    /// Says with which role Amazon ECS pulls images and writes logs. Who runs a task passes it.
    #[must_use]
    #[inline]
    pub fn with_execution_role(mut self, role: &Role) -> Self {
        self.execution_role = Some(role.clone());
        self
    }

    /// Lets the grantee run tasks of the task definition.
    ///
    /// It allows
    /// - `ecs:RunTask` on the task definition
    /// - `iam:PassRole` on its roles, where `iam:PassedToService` is `ecs-tasks.amazonaws.com`
    ///
    /// # Errors
    ///
    /// The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: the
    /// task definition has none. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{ecs, prelude::*};
    ///
    /// let role = Role::new("scheduler");
    /// let execution = Role::new("ecs-execution");
    /// let grant = ecs::TaskDefinition::named("report").with_execution_role(&execution).grant_run(&role)?;
    /// assert_eq!(grant.identity_statements().len(), 2);
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_run(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let mut request = Request::of(self, &entries::grant_run, grantee.into_party())?;
        let roles = self.execution_role.iter().chain(&self.task_role);
        let tasks = ServicePrincipal::unchecked("ecs-tasks.amazonaws.com");
        plan_passing(&mut request, roles, &tasks)?;
        Ok(request.give())
    }
}

impl Granting for TaskDefinition {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

entries! { entries;
    grant_run => "run tasks of" {
        Itself: [ecs::RunTask],
    }
}
