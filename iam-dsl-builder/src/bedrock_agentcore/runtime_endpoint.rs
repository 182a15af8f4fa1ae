//! Endpoints of runtimes.

use super::{Runtime, policies::admit};
use crate::{
    Grant, GrantError, Grantee,
    grant::{Entry, Granting, On, Party, Request, entries},
    handle::{ArnForm, Class, Handle, PolicySupport, handle_methods, policy_methods},
};

const CLASS: Class = Class {
    noun: "runtime endpoint",
    kind: "AWS::BedrockAgentCore::RuntimeEndpoint",
    arn: ArnForm::regional("bedrock-agentcore", "runtime/").without(&[':']),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// An endpoint of an agent's runtime: who may invoke the agent there, and its own policy. Made by
/// [`Runtime::endpoint`](super::Runtime::endpoint).
///
/// Where another account invokes an agent, the policies of the runtime and of the endpoint both have to admit it, and get
/// their half. See AWS's page on
/// [resource-based policies](https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/resource-based-policies.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let assistant = bedrock_agentcore::Runtime::named("assistant-a1b2c3d4e5");
/// let endpoint = assistant.endpoint("DEFAULT");
/// endpoint.grant_invoke_runtime(AccountPrincipal::new("999999999999")?)?;
/// assert!(endpoint.policy().to_json().contains("bedrock-agentcore:InvokeAgentRuntime"));
/// assert!(assistant.policy().to_json().contains("bedrock-agentcore:InvokeAgentRuntime"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct RuntimeEndpoint {
    handle: Handle,
    runtime: Runtime,
}

handle_methods!(RuntimeEndpoint, "runtime endpoint");
policy_methods!(RuntimeEndpoint, "runtime endpoint");

impl RuntimeEndpoint {
    #[inline]
    pub(super) fn new(runtime: &Runtime, name: String) -> Self {
        let suffix = format!("/runtime-endpoint/{name}");
        Self {
            handle: runtime.handle().inner(&CLASS, name, &suffix),
            runtime: runtime.clone(),
        }
    }

    /// Lets the grantee invoke the agent at the endpoint.
    ///
    /// It allows `bedrock-agentcore:InvokeAgentRuntime` on the endpoint and on its runtime.
    ///
    /// # Errors
    ///
    /// The grantee is no identity of the account, and the resource's policy cannot name it. See [`GrantError`].
    ///
    /// # Example
    ///
    /// See [`RuntimeEndpoint`].
    #[inline]
    pub fn grant_invoke_runtime(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        self.give(&entries::grant_invoke_runtime, grantee.into_party())
    }

    /// Lets the grantee invoke the agent at the endpoint on behalf of users. Whoever may do so says who that is, and is
    /// believed.
    ///
    /// It allows `bedrock-agentcore:InvokeAgentRuntimeForUser` on the endpoint and on its runtime.
    ///
    /// # Errors
    ///
    /// The grantee is no identity of the account, and the resource's policy cannot name it. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{bedrock_agentcore, prelude::*};
    ///
    /// let role = Role::new("website");
    /// let endpoint = bedrock_agentcore::Runtime::named("assistant-a1b2c3d4e5").endpoint("DEFAULT");
    /// endpoint.grant_invoke_runtime_for_user(&role)?;
    /// assert!(role.policy().to_json().contains("bedrock-agentcore:InvokeAgentRuntimeForUser"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_invoke_runtime_for_user(
        &self,
        grantee: impl Grantee,
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_invoke_runtime_for_user;
        self.give(entry, grantee.into_party())
    }

    #[inline]
    fn give(&self, entry: &'static Entry, party: Party) -> Result<Grant, GrantError> {
        let mut request = Request::of(self, entry, party)?;
        request.plan(&ThroughEndpoint(&self.runtime), entry)?;
        Ok(request.give())
    }
}

impl Granting for RuntimeEndpoint {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

/// A runtime, as far as it is invoked through an endpoint that admits the same.
struct ThroughEndpoint<'a>(&'a Runtime);

impl Granting for ThroughEndpoint<'_> {
    #[inline]
    fn handle(&self) -> &Handle {
        self.0.handle()
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

entries! { entries;
    grant_invoke_runtime => "invoke" {
        Itself: [bedrock_agentcore::InvokeAgentRuntime],
    }
    grant_invoke_runtime_for_user => "send requests on behalf of users to" {
        Itself: [bedrock_agentcore::InvokeAgentRuntimeForUser],
    }
}
