//! Policy engines.

use super::Gateway;
use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, On, Request, entries, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "policy engine",
    kind: "AWS::BedrockAgentCore::PolicyEngine",
    arn: ArnForm::regional("bedrock-agentcore", "policy-engine/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A policy engine, which decides what agents may do through gateways: who may ask and read it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let engine = bedrock_agentcore::PolicyEngine::named("tools-a1b2c3d4e5");
/// let gateway = bedrock_agentcore::Gateway::named("tools-f6g7h8i9j0");
/// let role = Role::new("tools-gateway").trusted_by(service_principal!("bedrock-agentcore.amazonaws.com"));
/// engine.grant_evaluate_for_gateway(&role, &gateway)?;
/// assert!(role.policy().to_json().contains("bedrock-agentcore:AuthorizeAction"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct PolicyEngine {
    handle: Handle,
}

handle_methods!(PolicyEngine by "id", "policy engine");
named_methods!(
    PolicyEngine by "id",
    "policy engine",
    "bedrock_agentcore::PolicyEngine",
    "tools-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:policy-engine/tools-a1b2c3d4e5"
);
action_methods!(
    PolicyEngine,
    "policy engine",
    "bedrock_agentcore::PolicyEngine::named(\"tools-a1b2c3d4e5\")",
    bedrock_agentcore::GetPolicyEngine
);

impl PolicyEngine {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// Lets the grantee, the role of a gateway, ask the policy engine about what goes through that gateway.
    ///
    /// It allows `bedrock-agentcore:AuthorizeAction` and `bedrock-agentcore:PartiallyAuthorizeActions` on the engine and on
    /// the gateway, and `bedrock-agentcore:GetPolicyEngine` on the engine. See AWS's page on
    /// [gateways with policy engines](https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/policy-permissions.html).
    ///
    /// # Errors
    ///
    /// The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: the
    /// policy engine has none. See [`GrantError`].
    ///
    /// # Example
    ///
    /// See [`PolicyEngine`].
    #[inline]
    pub fn grant_evaluate_for_gateway(
        &self,
        grantee: impl Grantee,
        gateway: &Gateway,
    ) -> Result<Grant, GrantError> {
        let entry = &for_gateway::grant_evaluate_for_gateway;
        let mut request = Request::of(self, entry, grantee.into_party())?;
        request.plan(gateway, &for_gateway::on_gateway)?;
        Ok(request.give())
    }
}

impl Granting for PolicyEngine {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    PolicyEngine,
    "policy engine",
    "bedrock_agentcore::PolicyEngine::named(\"tools-a1b2c3d4e5\")",
    "policy engine `tools-a1b2c3d4e5`";

    grant_read => "read the settings of" {
        Itself: [bedrock_agentcore::GetPolicyEngine],
    }
    grant_evaluate => "ask for decisions of" {
        Itself: [
            bedrock_agentcore::AuthorizeAction,
            bedrock_agentcore::PartiallyAuthorizeActions,
            bedrock_agentcore::GetPolicyEngine,
        ],
    }
}

entries! { for_gateway;
    grant_evaluate_for_gateway => "ask about a gateway for decisions of" {
        Itself: [
            bedrock_agentcore::AuthorizeAction,
            bedrock_agentcore::PartiallyAuthorizeActions,
            bedrock_agentcore::GetPolicyEngine,
        ],
    }
    on_gateway => "ask for decisions about" {
        Itself: [bedrock_agentcore::AuthorizeAction, bedrock_agentcore::PartiallyAuthorizeActions],
    }
}
