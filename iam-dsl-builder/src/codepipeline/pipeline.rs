//! Pipelines.

use super::Approval;
use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "pipeline",
    kind: "AWS::CodePipeline::Pipeline",
    arn: ArnForm::regional("codepipeline", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A pipeline: who may see it, and approve what it waits for.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::codepipeline;
///
/// let shop = codepipeline::Pipeline::named("shop");
/// let lead = Role::new("release-lead");
/// shop.approval("Release", "Approve").grant_manual_approval(&lead)?;
/// assert!(lead.policy().to_json().contains("shop/Release/Approve"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pipeline {
    handle: Handle,
}

handle_methods!(Pipeline, "pipeline");
named_methods!(
    Pipeline,
    "pipeline",
    "codepipeline::Pipeline",
    "shop",
    "arn:aws:codepipeline:us-east-1:123456789012:shop"
);
action_methods!(
    Pipeline,
    "pipeline",
    "codepipeline::Pipeline::named(\"shop\")",
    codepipeline::StartPipelineExecution
);

impl Pipeline {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// The manual approval of this name in a stage: something to grant. `*` is all of them.
    #[inline]
    pub fn approval(&self, stage: impl AsRef<str>, action: impl AsRef<str>) -> Approval {
        Approval::of_pipeline(self, stage.as_ref(), action.as_ref())
    }
}

impl Granting for Pipeline {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
