//! Gateways.

use super::policies::admit;
use crate::{
    GrantError,
    grant::{Granting, On, Party, Request, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "gateway",
    kind: "AWS::BedrockAgentCore::Gateway",
    arn: ArnForm::regional("bedrock-agentcore", "gateway/"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// A gateway to tools of agents: who may invoke and manage it, and its own policy.
///
/// A gateway is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let tools = bedrock_agentcore::Gateway::named("tools-a1b2c3d4e5");
/// let agent = Role::new("assistant");
/// tools.grant_invoke(&agent)?;
/// assert!(agent.policy().to_json().contains("bedrock-agentcore:InvokeGateway"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Gateway {
    handle: Handle,
}

handle_methods!(Gateway by "id", "gateway");
named_methods!(
    Gateway by "id",
    "gateway",
    "bedrock_agentcore::Gateway",
    "tools-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:gateway/tools-a1b2c3d4e5"
);
policy_methods!(Gateway, "gateway");
action_methods!(
    Gateway,
    "gateway",
    "bedrock_agentcore::Gateway::named(\"tools-a1b2c3d4e5\")",
    bedrock_agentcore::GetGateway
);

impl Gateway {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Gateway {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

grants! {
    Gateway with policy,
    "gateway",
    "bedrock_agentcore::Gateway::named(\"tools-a1b2c3d4e5\")",
    "gateway `tools-a1b2c3d4e5`";

    /// Listing takes in all gateways of the account.
    grant_read => "read the settings of" {
        Itself: [
            bedrock_agentcore::GetGateway,
            bedrock_agentcore::GetGatewayTarget,
            bedrock_agentcore::ListGatewayTargets,
        ],
        Everything: [bedrock_agentcore::ListGateways],
    }
    // Making further gateways (`CreateGateway`) is no part of managing one.
    grant_manage => "manage" {
        Itself: [
            bedrock_agentcore::CreateGatewayTarget,
            bedrock_agentcore::UpdateGateway,
            bedrock_agentcore::UpdateGatewayTarget,
            bedrock_agentcore::DeleteGateway,
            bedrock_agentcore::DeleteGatewayTarget,
        ],
    }
    grant_invoke => "invoke the tools of" {
        Itself: [bedrock_agentcore::InvokeGateway],
    }
}
