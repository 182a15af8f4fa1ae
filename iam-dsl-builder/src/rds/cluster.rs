//! Clusters.

use super::connect::connect_method;
use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
    secretsmanager::Secret,
};

const CLASS: Class = Class {
    noun: "cluster",
    kind: "AWS::RDS::DBCluster",
    arn: ArnForm::regional("rds", "cluster:"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A cluster of databases, provisioned or serverless: who may connect to it, and use its Data API.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::rds;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = rds::Cluster::new(&env, "orders").with_resource_id("cluster-ABCDEFGHIJKL");
/// let role = Role::new("app");
/// orders.grant_connect(&role, "app_user")?;
/// assert!(role.policy().to_json().contains("arn:aws:rds-db:us-east-1:123456789012:dbuser:cluster-ABCDEFGHIJKL/app_user"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cluster {
    handle: Handle,
    resource_id: Option<String>,
    secret: Option<Secret>,
}

handle_methods!(Cluster, "cluster");
named_methods!(
    Cluster,
    "cluster",
    "rds::Cluster",
    "orders",
    "arn:aws:rds:us-east-1:123456789012:cluster:orders"
);
action_methods!(
    Cluster,
    "cluster",
    "rds::Cluster::named(\"orders\")",
    rds::StartDBCluster
);
connect_method!(
    Cluster,
    "cluster",
    "rds::Cluster::named(\"orders\").with_resource_id(\"cluster-ABCDEFGHIJKL\")",
    "cluster-ABCDEFGHIJKL",
    |cluster| cluster.resource_id.as_deref()
);

impl Cluster {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self {
            handle,
            resource_id: None,
            secret: None,
        }
    }

    /// Says what RDS calls the cluster in the ARNs of its databases' users, which is not its name. The Data API needs none.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, rds};
    ///
    /// let role = Role::new("app");
    /// let orders = rds::Cluster::named("orders");
    /// assert!(orders.grant_connect(&role, "app_user").is_err());
    /// assert!(orders.with_resource_id("cluster-ABCDEFGHIJKL").grant_connect(&role, "app_user").is_ok());
    /// ```
    #[must_use]
    #[inline]
    pub fn with_resource_id(mut self, id: impl Into<String>) -> Self {
        self.resource_id = Some(id.into());
        self
    }

    /// Says which secret the Data API logs in with.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, rds, secretsmanager};
    ///
    /// let login = secretsmanager::Secret::named("orders-login");
    /// let orders = rds::Cluster::named("orders").with_secret(&login);
    /// let role = Role::new("app");
    /// orders.grant_data_api_access(&role)?;
    /// assert!(role.policy().to_json().contains("secretsmanager:GetSecretValue"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn with_secret(mut self, secret: &Secret) -> Self {
        self.secret = Some(secret.clone());
        self
    }

    #[inline]
    pub(super) fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }
}

impl Granting for Cluster {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
