//! Pods of Amazon EKS, by EKS Pod Identity.

use std::marker::PhantomData;

use iam_dsl_core::{Arn, Template};

use super::{
    eks::kubernetes_name,
    narrowing::{NotNarrowed, not_narrowed},
};
use crate::{
    ServicePrincipal, ValueError, aws,
    condition::{IntoCondition, Key, Single, kind},
    principal::{IntoTrust, Trust},
};

/// Pods that EKS Pod Identity vouches for, before it is said which of them.
///
/// Amazon EKS assumes the role with `sts:AssumeRole` and hands on what the pod is with `sts:TagSession`, so a role
/// that trusts `pods.eks.amazonaws.com` by itself does not work. See AWS's pages on
/// [the trust policy](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html) and
/// [the session tags](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html). An association that
/// disables session tags cannot use the role.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::EksPodIdentity;
///
/// let cluster = arn!("arn:aws:eks:us-east-1:123456789012:cluster/production");
/// let pods = EksPodIdentity::new().service_account("orders", "processor")?.in_cluster(cluster)?;
/// let role = Role::new("order-processor").trusted_by(pods);
/// let json = role.trust_policy().to_json();
/// assert!(json.contains(r#""Action":["sts:AssumeRole","sts:TagSession"]"#));
/// assert!(json.contains(r#""aws:RequestTag/kubernetes-namespace":"orders""#));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "EKS Pod Identity is trusted once a service account is"]
pub struct EksPodIdentity<S = NotNarrowed>(PhantomData<S>);

not_narrowed! {
    /// Pods of which it is said which service account is meant.
    OfPod for EksPodIdentity,
    "EKS Pod Identity is trusted only for a service account: add `.service_account(\"namespace\", \"name\")?`",
    "this trusts every pod that is associated with the role"
}

impl EksPodIdentity {
    /// EKS Pod Identity.
    #[inline]
    pub const fn new() -> Self {
        Self(PhantomData)
    }

    /// Trusts the pods of a service account, in whichever cluster.
    ///
    /// # Errors
    ///
    /// A name is not one of Kubernetes.
    #[inline]
    pub fn service_account(self, namespace: &str, name: &str) -> Result<EksPods, ValueError> {
        kubernetes_name("a namespace", namespace)?;
        kubernetes_name("a service account", name)?;
        let service = ServicePrincipal::__checked("pods.eks.amazonaws.com");
        let actions = [aws::sts::AssumeRole, aws::sts::TagSession];
        let trust = Trust::new(actions, service)
            .demanding(tag("aws:RequestTag/kubernetes-namespace").equals(namespace))
            .demanding(tag("aws:RequestTag/kubernetes-service-account").equals(name));
        Ok(EksPods(trust))
    }
}

impl Default for EksPodIdentity {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

/// The pods of a service account. Made by [`EksPodIdentity::service_account`].
#[derive(Clone, Debug)]
#[must_use = "trust does nothing until a role has it"]
pub struct EksPods(Trust);

impl EksPods {
    /// Trusts only the pods of this cluster.
    ///
    /// # Errors
    ///
    /// The ARN is not that of one cluster.
    #[inline]
    pub fn in_cluster(self, cluster: Arn) -> Result<Self, ValueError> {
        let resource = cluster.resource().to_string();
        let name = resource.strip_prefix("cluster/").unwrap_or_default();
        if cluster.service().as_str() != Some("eks")
            || name.is_empty()
            || cluster.to_string().contains(['*', '?'])
        {
            return Err(
                ValueError::new(format!("`{cluster}` is not the ARN of a cluster"))
                    .with_help("write `arn:aws:eks:us-east-1:123456789012:cluster/my-cluster`"),
            );
        }
        let key = tag("aws:RequestTag/eks-cluster-arn");
        Ok(Self(self.0.demanding(key.equals(Template::from(cluster)))))
    }

    /// Narrows the trust with a further condition.
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Self {
        Self(self.0.when(condition))
    }
}

impl IntoTrust for EksPods {
    #[inline]
    fn into_trust(self) -> Trust {
        self.0
    }
}

#[inline]
fn tag(name: &'static str) -> Key<kind::Text, Single> {
    Key::__checked(name)
}
