//! Instances.

use iam_dsl_core::Arn;

use super::connect::connect_method;
use crate::{
    Env, ValueError,
    grant::{Granting, On},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "database instance",
    kind: "AWS::RDS::DBInstance",
    arn: ArnForm::regional("rds", "db:"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An instance of a database, by its name and resource id: who may connect to it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::rds;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let reports = rds::Instance::new(&env, "reports", "db-ABCDEFGHIJKL");
/// let role = Role::new("app");
/// reports.grant_connect(&role, "app_user")?;
/// assert!(role.policy().to_json().contains("arn:aws:rds-db:us-east-1:123456789012:dbuser:db-ABCDEFGHIJKL/app_user"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Instance {
    handle: Handle,
    resource_id: String,
}

handle_methods!(Instance, "instance");
action_methods!(
    Instance,
    "instance",
    "rds::Instance::named(\"reports\", \"db-ABCDEFGHIJKL\")",
    rds::StartDBInstance
);
connect_method!(
    Instance,
    "instance",
    "rds::Instance::named(\"reports\", \"db-ABCDEFGHIJKL\")",
    "db-ABCDEFGHIJKL",
    |instance| Some(&instance.resource_id)
);

impl Instance {
    /// The instance of this name and resource id, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>, resource_id: impl Into<String>) -> Self {
        let owner = Owner::Known(env.clone());
        Self::of(
            Handle::named(&CLASS, owner, name.into()),
            resource_id.into(),
        )
    }

    /// The instance of this name and resource id, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>, resource_id: impl Into<String>) -> Self {
        let handle = Handle::named(&CLASS, Owner::Deploying, name.into());
        Self::of(handle, resource_id.into())
    }

    /// The instance that has this ARN and resource id: one that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of one instance of a database.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, rds};
    ///
    /// let arn = arn!("arn:aws:rds:us-east-1:123456789012:db:reports");
    /// let reports = rds::Instance::from_arn(arn, "db-ABCDEFGHIJKL")?;
    /// assert_eq!(reports.name(), "reports");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn, resource_id: impl Into<String>) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        Ok(Self::of(handle, resource_id.into()))
    }

    #[inline]
    fn of(handle: Handle, resource_id: String) -> Self {
        Self {
            handle,
            resource_id,
        }
    }
}

impl Granting for Instance {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
