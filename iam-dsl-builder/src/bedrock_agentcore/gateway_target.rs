//! Targets of gateways.

use crate::{
    GrantError,
    grant::{Granting, On, Scope, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, nested_methods,
    },
};

const CLASS: Class = Class {
    noun: "gateway target",
    kind: "AWS::BedrockAgentCore::GatewayTarget",
    arn: ArnForm::regional("bedrock-agentcore", "gateway/").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A target of a gateway, by the id of each: who may read, manage and synchronize it.
///
/// The service knows no permission on a single target, so that each grant is on its gateway, and all targets of that: see AWS's
/// [list of actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let search = bedrock_agentcore::GatewayTarget::named("tools-a1b2c3d4e5", "SEARCH1234");
/// let role = Role::new("tools-admin");
/// search.grant_manage(&role)?;
/// assert!(role.policy().to_json().contains(":gateway/tools-a1b2c3d4e5\""));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct GatewayTarget {
    handle: Handle,
}

handle_methods!(GatewayTarget by "id", "gateway target");
nested_methods!(
    GatewayTarget by "id",
    "gateway target",
    "bedrock_agentcore::GatewayTarget",
    gateway "tools-a1b2c3d4e5" "/target/" "SEARCH1234",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:gateway/tools-a1b2c3d4e5/target/SEARCH1234"
);
action_methods!(
    GatewayTarget,
    "gateway target",
    "bedrock_agentcore::GatewayTarget::named(\"tools-a1b2c3d4e5\", \"SEARCH1234\")",
    bedrock_agentcore::GetGatewayTarget
);

impl GatewayTarget {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for GatewayTarget {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        if on == On::Everything {
            return Ok(Scope::of(&self.handle, on));
        }
        let target = self.arn();
        let resource = target.resource().to_string();
        let gateway = resource.split("/target/").next().unwrap_or(&resource);
        Ok(Scope::on(target.with_resource(gateway.to_owned())))
    }
}

grants! {
    GatewayTarget,
    "gateway target",
    "bedrock_agentcore::GatewayTarget::named(\"tools-a1b2c3d4e5\", \"SEARCH1234\")",
    "gateway target `SEARCH1234`";

    /// On the gateway, and so of all its targets.
    grant_read => "read the settings of" {
        Itself: [bedrock_agentcore::GetGatewayTarget, bedrock_agentcore::ListGatewayTargets],
    }
    /// On the gateway, and so of all its targets.
    grant_manage => "manage" {
        Itself: [
            bedrock_agentcore::CreateGatewayTarget,
            bedrock_agentcore::UpdateGatewayTarget,
            bedrock_agentcore::DeleteGatewayTarget,
        ],
    }
    /// On the gateway, and so of all its targets.
    grant_sync => "synchronize" {
        Itself: [bedrock_agentcore::SynchronizeGatewayTargets],
    }
}
