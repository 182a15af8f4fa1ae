//! Online evaluations.

use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "online evaluation",
    kind: "AWS::BedrockAgentCore::OnlineEvaluationConfig",
    arn: ArnForm::regional("bedrock-agentcore", "online-evaluation-config/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// How an agent is evaluated while it is used: who may see and change it, by single actions.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let evaluation = bedrock_agentcore::OnlineEvaluationConfig::named("assistant-a1b2c3d4e5");
/// let role = Role::new("quality");
/// evaluation.grant(&role, actions![bedrock_agentcore::GetOnlineEvaluationConfig])?;
/// assert!(role.policy().to_json().contains("online-evaluation-config/assistant-a1b2c3d4e5"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct OnlineEvaluationConfig {
    handle: Handle,
}

handle_methods!(OnlineEvaluationConfig by "id", "online evaluation");
named_methods!(
    OnlineEvaluationConfig by "id",
    "online evaluation",
    "bedrock_agentcore::OnlineEvaluationConfig",
    "assistant-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:online-evaluation-config/assistant-a1b2c3d4e5"
);
action_methods!(
    OnlineEvaluationConfig,
    "online evaluation",
    "bedrock_agentcore::OnlineEvaluationConfig::named(\"assistant-a1b2c3d4e5\")",
    bedrock_agentcore::GetOnlineEvaluationConfig
);

impl OnlineEvaluationConfig {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for OnlineEvaluationConfig {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
