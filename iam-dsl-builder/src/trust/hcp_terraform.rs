//! Runs of HCP Terraform and Terraform Enterprise.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    oidc::{Issuer, OidcTrust, Subjects},
    text,
};
use crate::ValueError;

const HCP: &str = "app.terraform.io";

/// The audience of HCP Terraform's dynamic credentials, unless `TFC_AWS_WORKLOAD_IDENTITY_AUDIENCE` says another.
const AUDIENCE: &str = "aws.workload.identity";

/// Runs of HCP Terraform, or of a Terraform Enterprise.
///
/// See HashiCorp's page on
/// [dynamic credentials with the AWS provider](https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::HcpTerraform;
///
/// let network = HcpTerraform::workspace("my-org", "platform", "network")?;
/// let plan = Role::new("network-plan").trusted_by(network.clone().plan());
/// let apply = Role::new("network-apply").trusted_by(network.apply());
/// assert!(plan.trust_policy().to_json().contains(
///     r#""app.terraform.io:sub":"organization:my-org:project:platform:workspace:network:run_phase:plan""#,
/// ));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
pub struct HcpTerraform(Issuer);

impl HcpTerraform {
    /// The runs of a workspace on app.terraform.io, by its organization, its project and its own name.
    ///
    /// # Errors
    ///
    /// A name is empty, or has a wildcard or another character that it cannot have.
    #[inline]
    pub fn workspace(
        organization: &str,
        project: &str,
        workspace: &str,
    ) -> Result<HcpTerraformWorkspace, ValueError> {
        Self(Issuer::known(HCP)).of_workspace(organization, project, workspace)
    }

    /// Another host: HCP Europe (`app.eu.terraform.io`), or a Terraform Enterprise.
    ///
    /// # Errors
    ///
    /// The text is not an address.
    #[inline]
    pub fn at(url: &str) -> Result<Self, ValueError> {
        Issuer::read(url).map(Self)
    }

    /// The runs of a workspace of this host.
    ///
    /// # Errors
    ///
    /// As of [`workspace`](Self::workspace).
    #[inline]
    pub fn of_workspace(
        &self,
        organization: &str,
        project: &str,
        workspace: &str,
    ) -> Result<HcpTerraformWorkspace, ValueError> {
        text::name("an organization", organization, "-_")?;
        text::name("a project", project, "-_ ")?;
        text::name("a workspace", workspace, "-_")?;
        Ok(HcpTerraformWorkspace {
            issuer: self.0.clone(),
            subject: format!("organization:{organization}:project:{project}:workspace:{workspace}"),
            state: PhantomData,
        })
    }
}

/// The runs of a workspace, before it is said which phase of them.
#[derive(Clone, Debug)]
#[must_use = "a workspace is trusted once a phase of its runs is"]
pub struct HcpTerraformWorkspace<S = NotNarrowed> {
    issuer: Issuer,
    subject: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A workspace of which it is said which phase of its runs is meant.
    InPhase for HcpTerraformWorkspace,
    "a workspace is trusted only for a phase of its runs: add `.plan()`, `.apply()` or `.plan_and_apply()`",
    "plans run what nobody has approved yet, applies what somebody has"
}

impl HcpTerraformWorkspace {
    /// Trusts plans, which run before anyone has approved them: for a role that only reads.
    #[inline]
    pub fn plan(self) -> OidcTrust {
        self.in_phases(&["plan"])
    }

    /// Trusts applies.
    #[inline]
    pub fn apply(self) -> OidcTrust {
        self.in_phases(&["apply"])
    }

    /// Trusts both phases with the same role.
    #[inline]
    pub fn plan_and_apply(self) -> OidcTrust {
        self.in_phases(&["plan", "apply"])
    }

    #[inline]
    fn in_phases(self, phases: &[&str]) -> OidcTrust {
        let mut subjects = Vec::new();
        for phase in phases {
            subjects.push(format!("{}:run_phase:{phase}", self.subject));
        }
        OidcTrust::new(self.issuer, AUDIENCE, Subjects::Exact(subjects))
    }
}
