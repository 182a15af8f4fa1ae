//! Pipelines.

use iam_dsl_core::ActionPattern;

use crate::{
    grant::{Granting, On, acts_on_type, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "pipeline",
    kind: "AWS::SageMaker::Pipeline",
    arn: ArnForm::regional("sagemaker", "pipeline/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself, On::Under("/execution/*")],
};

/// A pipeline: who may start it, stop it, and see how it runs.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::sagemaker;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let training = sagemaker::Pipeline::new(&env, "training");
/// let role = Role::new("nightly");
/// training.grant_start(&role)?;
/// assert!(role.policy().to_json().contains("sagemaker:StartPipelineExecution"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pipeline {
    handle: Handle,
}

handle_methods!(Pipeline, "pipeline");
named_methods!(
    Pipeline,
    "pipeline",
    "sagemaker::Pipeline",
    "training",
    "arn:aws:sagemaker:us-east-1:123456789012:pipeline/training"
);
action_methods!(
    Pipeline,
    "pipeline",
    "sagemaker::Pipeline::named(\"training\")",
    sagemaker::ListPipelineExecutions
);

impl Pipeline {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Pipeline {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        match (
            acts_on_type(action, "pipeline"),
            acts_on_type(action, "pipeline-execution"),
        ) {
            (true, false) => &[On::Itself],
            (false, true) => &[On::Under("/execution/*")],
            _ => CLASS.forms,
        }
    }
}

grants! {
    Pipeline, "pipeline", "sagemaker::Pipeline::named(\"training\")", "pipeline `training`";

    /// The pipeline runs as a role of its own, whatever the grantee may do.
    grant_start => "start" {
        Itself: [sagemaker::StartPipelineExecution],
    }
    grant_read => "see the definition and executions of" {
        Itself: [
            sagemaker::DescribePipeline,
            sagemaker::ListPipelineExecutions,
            sagemaker::ListPipelineVersions,
        ],
        Under("/execution/*"): [
            sagemaker::DescribePipelineDefinitionForExecution,
            sagemaker::DescribePipelineExecution,
            sagemaker::ListPipelineExecutionSteps,
            sagemaker::ListPipelineParametersForExecution,
        ],
    }
    grant_stop => "stop executions of" {
        Under("/execution/*"): [sagemaker::StopPipelineExecution],
    }
}
