//! Deployment groups.

use iam_dsl_core::Arn;

use crate::{
    Env, ValueError,
    grant::{Granting, On, grants},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, not_the_arn},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "deployment group",
    kind: "AWS::CodeDeploy::DeploymentGroup",
    arn: ArnForm::regional("codedeploy", "deploymentgroup:").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A group that an application is deployed to: who may say how its deployments fare.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::codedeploy;
///
/// let live = codedeploy::DeploymentGroup::named("shop", "live");
/// let role = Role::new("smoke-test");
/// live.grant_put_lifecycle_event_hook_execution_status(&role)?;
/// assert!(role.policy().to_json().contains("codedeploy:PutLifecycleEventHookExecutionStatus"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct DeploymentGroup {
    handle: Handle,
}

handle_methods!(DeploymentGroup, "deployment group");
action_methods!(
    DeploymentGroup,
    "deployment group",
    "codedeploy::DeploymentGroup::named(\"shop\", \"live\")",
    codedeploy::CreateDeployment
);

impl DeploymentGroup {
    /// The group of this name of an application, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, application: impl AsRef<str>, name: impl AsRef<str>) -> Self {
        Self::of(
            Owner::Known(env.clone()),
            application.as_ref(),
            name.as_ref(),
        )
    }

    /// The group of this name of an application, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(application: impl AsRef<str>, name: impl AsRef<str>) -> Self {
        Self::of(Owner::Deploying, application.as_ref(), name.as_ref())
    }

    #[inline]
    fn of(owner: Owner, application: &str, name: &str) -> Self {
        let handle = Handle::named(&CLASS, owner, format!("{application}/{name}"));
        Self {
            handle: handle.with_last_name(name.to_owned()),
        }
    }

    /// The group that has this ARN: one that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a deployment group.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{codedeploy, prelude::*};
    ///
    /// let arn = arn!("arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:shop/live");
    /// assert_eq!(codedeploy::DeploymentGroup::from_arn(arn)?.name(), "live");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        match handle.name().split_once('/') {
            Some((_, name)) => {
                let name = name.to_owned();
                Ok(Self {
                    handle: handle.with_name(name),
                })
            }
            None => Err(not_the_arn(&handle.arn(), CLASS.noun)),
        }
    }
}

impl Granting for DeploymentGroup {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    DeploymentGroup,
    "deployment group",
    "codedeploy::DeploymentGroup::named(\"shop\", \"live\")",
    "deployment group `live`";

    // The Service Authorization Reference knows no resource of it:
    // <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodedeploy.html>
    /// A hook is known by the id of its run, which CodeDeploy tells the function that validates the deployment.
    grant_put_lifecycle_event_hook_execution_status => "report the results of lifecycle hooks for" {
        Everything: [codedeploy::PutLifecycleEventHookExecutionStatus],
    }
}
