//! Runtimes.

use iam_dsl_core::ActionPattern;

use super::{RuntimeEndpoint, policies::admit};
use crate::{
    GrantError,
    grant::{Granting, On, Party, Request, acts_on_type, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "runtime",
    kind: "AWS::BedrockAgentCore::Runtime",
    arn: ArnForm::regional("bedrock-agentcore", "runtime/"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// The runtime of an agent: who may invoke it, and its own policy.
///
/// Where another account invokes it, the policy of an endpoint has to admit that as well: grant it with
/// [`endpoint`](Self::endpoint). See AWS's page on
/// [resource-based policies](https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html).
///
/// A runtime is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let assistant = bedrock_agentcore::Runtime::named("assistant-a1b2c3d4e5");
/// let role = Role::new("website");
/// assistant.grant_invoke_runtime(&role)?;
/// assert!(role.policy().to_json().contains("runtime/assistant-a1b2c3d4e5/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Runtime {
    handle: Handle,
}

handle_methods!(Runtime by "id", "runtime");
named_methods!(
    Runtime by "id",
    "runtime",
    "bedrock_agentcore::Runtime",
    "assistant-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:runtime/assistant-a1b2c3d4e5"
);
policy_methods!(Runtime, "runtime");
action_methods!(
    Runtime,
    "runtime",
    "bedrock_agentcore::Runtime::named(\"assistant-a1b2c3d4e5\")",
    bedrock_agentcore::GetAgentRuntime
);

impl Runtime {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// An endpoint of the runtime, such as `DEFAULT`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::bedrock_agentcore;
    ///
    /// let endpoint = bedrock_agentcore::Runtime::named("assistant-a1b2c3d4e5").endpoint("DEFAULT");
    /// assert!(endpoint.arn().to_string().ends_with(":runtime/assistant-a1b2c3d4e5/runtime-endpoint/DEFAULT"));
    /// ```
    #[must_use]
    #[inline]
    pub fn endpoint(&self, name: impl Into<String>) -> RuntimeEndpoint {
        RuntimeEndpoint::new(self, name.into())
    }
}

impl Granting for Runtime {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// What can be done with a runtime alone is not granted on its endpoints.
    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        match (
            acts_on_type(action, "runtime"),
            acts_on_type(action, "runtime-endpoint"),
        ) {
            (true, true) => &[On::ItselfAnd("/*")],
            (false, true) => &[On::Under("/*")],
            _ => self.handle.class().forms,
        }
    }

    /// The policies of the endpoints have to admit the grantee as well.
    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        let party = admit(request, party)?;
        let help = "say at which endpoint, such as with `runtime.endpoint(..)`: its policy has to admit it, too";
        Err(request.refuse(&party, help))
    }
}

grants! {
    Runtime with policy,
    "runtime",
    "bedrock_agentcore::Runtime::named(\"assistant-a1b2c3d4e5\")",
    "runtime `assistant-a1b2c3d4e5`";

    grant_invoke_runtime => "invoke" {
        ItselfAnd("/*"): [bedrock_agentcore::InvokeAgentRuntime],
    }
    /// Whoever may do so says on whose behalf the agent acts, and is believed.
    grant_invoke_runtime_for_user => "send requests on behalf of users to" {
        ItselfAnd("/*"): [bedrock_agentcore::InvokeAgentRuntimeForUser],
    }
    /// Whoever may do so says on whose behalf the agent acts, and is believed.
    grant_invoke => "send requests, also on behalf of users, to" {
        ItselfAnd("/*"): [
            bedrock_agentcore::InvokeAgentRuntime,
            bedrock_agentcore::InvokeAgentRuntimeForUser,
        ],
    }
}
