//! Manual approvals.

use super::Pipeline;
use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, On, Scope, entries, give},
    handle::Handle,
};

/// A manual approval in a pipeline: who may approve or reject. Made by [`Pipeline::approval`].
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::codepipeline;
///
/// let release = codepipeline::Pipeline::named("shop").approval("Release", "Approve");
/// let lead = Role::new("release-lead");
/// let grant = release.grant_manual_approval(&lead)?;
/// assert_eq!(
///     grant.to_string(),
///     "role `release-lead` may give or refuse approval `Release/Approve` of pipeline `shop`",
/// );
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Approval {
    pipeline: Pipeline,
    path: String,
}

impl Approval {
    #[inline]
    pub(super) fn of_pipeline(pipeline: &Pipeline, stage: &str, action: &str) -> Self {
        Self {
            pipeline: pipeline.clone(),
            path: format!("{stage}/{action}"),
        }
    }

    /// Lets the grantee find the approval, see what it is about, and approve or reject.
    ///
    /// It allows
    /// - `codepipeline:PutApprovalResult` on the action
    /// - `codepipeline:GetPipeline` `codepipeline:GetPipelineState` `codepipeline:GetPipelineExecution` on the pipeline
    /// - `codepipeline:ListPipelines` on `*`: AWS lets no resource be named there
    ///
    /// See AWS's page on
    /// [permissions for approvals](https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-iam-permissions.html).
    ///
    /// # Errors
    ///
    /// The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: the
    /// pipeline has none. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{codepipeline, prelude::*};
    ///
    /// let lead = Role::new("release-lead");
    /// codepipeline::Pipeline::named("shop").approval("Release", "Approve").grant_manual_approval(&lead)?;
    /// assert!(lead.policy().to_json().contains("codepipeline:PutApprovalResult"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_manual_approval(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &approving::grant_manual_approval;
        give(self, entry, grantee)
    }
}

impl Granting for Approval {
    #[inline]
    fn handle(&self) -> &Handle {
        self.pipeline.handle()
    }

    #[inline]
    fn label(&self) -> String {
        format!("approval `{}` of {}", self.path, self.pipeline.label())
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            On::Itself => Scope::on(self.handle().sub_arn(&format!("/{}", self.path))),
            _ => Scope::of(self.handle(), on),
        })
    }
}

entries! { approving;
    grant_manual_approval => "give or refuse" {
        Itself: [codepipeline::PutApprovalResult],
        Beside("{name}"): [
            codepipeline::GetPipeline,
            codepipeline::GetPipelineState,
            codepipeline::GetPipelineExecution,
        ],
        Everything: [codepipeline::ListPipelines],
    }
}
