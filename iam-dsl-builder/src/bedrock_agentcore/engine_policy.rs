//! Policies of policy engines.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, nested_methods,
    },
};

const CLASS: Class = Class {
    noun: "policy",
    kind: "AWS::BedrockAgentCore::Policy",
    arn: ArnForm::regional("bedrock-agentcore", "policy-engine/").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A policy of a policy engine: who may read it. It is written in Cedar, and is none of IAM's, hence its name here.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let refunds = bedrock_agentcore::EnginePolicy::named("tools-a1b2c3d4e5", "refunds-a1b2c3d4e5");
/// let role = Role::new("auditor");
/// refunds.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("policy/refunds-a1b2c3d4e5"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct EnginePolicy {
    handle: Handle,
}

handle_methods!(EnginePolicy by "id", "policy");
nested_methods!(
    EnginePolicy by "id",
    "policy",
    "bedrock_agentcore::EnginePolicy",
    engine "tools-a1b2c3d4e5" "/policy/" "refunds-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:policy-engine/tools-a1b2c3d4e5/policy/refunds-a1b2c3d4e5"
);
action_methods!(
    EnginePolicy,
    "policy",
    "bedrock_agentcore::EnginePolicy::named(\"tools-a1b2c3d4e5\", \"refunds-a1b2c3d4e5\")",
    bedrock_agentcore::GetPolicySummary
);

impl EnginePolicy {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for EnginePolicy {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    EnginePolicy,
    "policy",
    "bedrock_agentcore::EnginePolicy::named(\"tools-a1b2c3d4e5\", \"refunds-a1b2c3d4e5\")",
    "policy `refunds-a1b2c3d4e5`";

    grant_read => "read" {
        Itself: [bedrock_agentcore::GetPolicy],
    }
}
