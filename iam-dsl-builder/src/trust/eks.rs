//! Pods of Amazon EKS, by IAM roles for service accounts.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    oidc::{Issuer, OidcTrust, Subjects},
    text,
};
use crate::ValueError;

/// The audience of the tokens that Amazon EKS puts into pods.
const AUDIENCE: &str = "sts.amazonaws.com";

/// The pods of a Kubernetes cluster, before it is said which of them: IAM roles for service accounts.
///
/// See AWS's page
/// [assign IAM roles to Kubernetes service accounts](https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::EksCluster;
///
/// let cluster = EksCluster::issuer("https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE")?;
/// let role = Role::new("order-processor").trusted_by(cluster.service_account("orders", "processor")?);
/// assert!(role.trust_policy().to_json().contains(r#"EXAMPLE:sub":"system:serviceaccount:orders:processor""#));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a cluster is trusted once a service account of it is"]
pub struct EksCluster<S = NotNarrowed> {
    issuer: Issuer,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A cluster of which it is said which service account is meant.
    OfServiceAccount for EksCluster,
    "a cluster is trusted only for a service account: add `.service_account(\"namespace\", \"name\")?`",
    "this trusts every pod of the cluster"
}

impl EksCluster {
    /// The cluster with this issuer, as `aws eks describe-cluster --query cluster.identity.oidc.issuer` prints it.
    ///
    /// # Errors
    ///
    /// The text is not the address of an issuer.
    #[inline]
    pub fn issuer(url: &str) -> Result<Self, ValueError> {
        Ok(Self {
            issuer: Issuer::read(url)?,
            state: PhantomData,
        })
    }

    /// Trusts the pods of a service account.
    ///
    /// # Errors
    ///
    /// A name is not one of Kubernetes: it is empty, has a wildcard, or other characters than lower-case letters,
    /// digits, `-` and `.`.
    #[inline]
    pub fn service_account(&self, namespace: &str, name: &str) -> Result<OidcTrust, ValueError> {
        kubernetes_name("a namespace", namespace)?;
        kubernetes_name("a service account", name)?;
        let subject = format!("system:serviceaccount:{namespace}:{name}");
        Ok(self.subjects(Subjects::Exact(vec![subject])))
    }

    /// Trusts the pods of every service account in a namespace.
    ///
    /// Whoever may create a service account there is trusted.
    ///
    /// # Errors
    ///
    /// The namespace is not a name of Kubernetes.
    #[inline]
    pub fn every_service_account(&self, namespace: &str) -> Result<OidcTrust, ValueError> {
        kubernetes_name("a namespace", namespace)?;
        let subject = format!("system:serviceaccount:{namespace}:*");
        Ok(self.subjects(Subjects::Like(vec![subject])))
    }

    #[inline]
    fn subjects(&self, subjects: Subjects) -> OidcTrust {
        OidcTrust::new(self.issuer.clone(), AUDIENCE, subjects)
    }
}

/// Checks a [name of Kubernetes](https://kubernetes.io/docs/concepts/overview/working-with-objects/names/).
#[inline]
pub(super) fn kubernetes_name(what: &str, name: &str) -> Result<(), ValueError> {
    text::name(what, name, "-.")?;
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Err(
            ValueError::new(format!("`{name}` is not {what}: it has capital letters"))
                .with_help("names of Kubernetes are in lower case"),
        );
    }
    Ok(())
}
