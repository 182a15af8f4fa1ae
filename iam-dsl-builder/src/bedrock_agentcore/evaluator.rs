//! Evaluators.

use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "evaluator",
    kind: "AWS::BedrockAgentCore::Evaluator",
    arn: ArnForm::regional("bedrock-agentcore", "evaluator/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An evaluator of what agents do: who may use it, by single actions.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let evaluator = bedrock_agentcore::Evaluator::named("helpfulness-a1b2c3d4e5");
/// let role = Role::new("quality");
/// evaluator.grant(&role, actions![bedrock_agentcore::Evaluate])?;
/// assert!(role.policy().to_json().contains("evaluator/helpfulness-a1b2c3d4e5"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Evaluator {
    handle: Handle,
}

handle_methods!(Evaluator by "id", "evaluator");
named_methods!(
    Evaluator by "id",
    "evaluator",
    "bedrock_agentcore::Evaluator",
    "helpfulness-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:evaluator/helpfulness-a1b2c3d4e5"
);
action_methods!(
    Evaluator,
    "evaluator",
    "bedrock_agentcore::Evaluator::named(\"helpfulness-a1b2c3d4e5\")",
    bedrock_agentcore::GetEvaluator
);

impl Evaluator {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Evaluator {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
