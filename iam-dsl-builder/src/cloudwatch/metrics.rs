//! Metrics.

use crate::{
    GrantError,
    condition::{Condition, Key, Single, kind},
    grant::{Granting, On, Party, Scope, grants},
    handle::{ArnForm, Class, Handle, PolicySupport},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "metrics",
    kind: "AWS::CloudWatch::Metric",
    arn: ArnForm::regional("cloudwatch", "metric:"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[],
};

/// The metrics of an account, or those in one namespace: who may write them.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::cloudwatch;
///
/// let role = Role::new("app");
/// cloudwatch::Metrics::in_namespace("MyApp").grant_put_metric_data(&role)?;
/// assert!(role.policy().to_json().contains(r#"{"StringEquals":{"cloudwatch:namespace":"MyApp"}}"#));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Metrics {
    handle: Handle,
    namespace: Option<Condition>,
}

impl Metrics {
    /// All metrics of the grantee's account.
    #[inline]
    pub fn all() -> Self {
        Self::named("*".to_owned(), None)
    }

    /// The metrics in this namespace. Metrics have no ARN: what tells one namespace from another is
    /// [`cloudwatch:namespace`](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{cloudwatch, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let grant = cloudwatch::Metrics::in_namespace("MyApp").grant_put_metric_data(&role)?;
    /// assert_eq!(grant.to_string(), "role `app` may write metrics in `MyApp`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn in_namespace(namespace: impl Into<String>) -> Self {
        let namespace = namespace.into();
        let key = Key::<kind::Text, Single>::__checked("cloudwatch:namespace");
        let condition = key.equals(namespace.clone());
        Self::named(namespace, Some(condition))
    }

    #[inline]
    fn named(name: String, namespace: Option<Condition>) -> Self {
        Self {
            handle: Handle::named(&CLASS, Owner::Deploying, name).standing_for_many(),
            namespace,
        }
    }
}

impl Granting for Metrics {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn label(&self) -> String {
        match &self.namespace {
            Some(_) => format!("metrics in `{}`", self.handle.name()),
            None => "all metrics".to_owned(),
        }
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        let mut scope = Scope::of(&self.handle, on);
        scope.conditions.extend(self.namespace.clone());
        Ok(scope)
    }

    /// They are those of whoever writes them, of whichever account.
    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.own_identity().is_none()
    }
}

grants! {
    Metrics, "metrics", "cloudwatch::Metrics::all()", "all metrics";

    grant_put_metric_data => "write" {
        Everything: [cloudwatch::PutMetricData],
    }
}
