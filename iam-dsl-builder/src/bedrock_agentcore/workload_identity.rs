//! Workload identities.

use crate::{
    GrantError,
    grant::{Granting, On, Scope, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "workload identity",
    kind: "AWS::BedrockAgentCore::WorkloadIdentity",
    arn: ArnForm::regional(
        "bedrock-agentcore",
        "workload-identity-directory/default/workload-identity/",
    ),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// The workload identity of an agent: who may get access tokens for it, and manage it.
///
/// The service asks for each action on the directory of identities as well, so that each grant is on that, too: see AWS's
/// [list of actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let identity = bedrock_agentcore::WorkloadIdentity::named("assistant");
/// let agent = Role::new("assistant");
/// identity.grant_use(&agent)?;
/// assert!(agent.policy().to_json().contains("bedrock-agentcore:GetWorkloadAccessToken"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct WorkloadIdentity {
    handle: Handle,
}

handle_methods!(WorkloadIdentity, "workload identity");
named_methods!(
    WorkloadIdentity,
    "workload identity",
    "bedrock_agentcore::WorkloadIdentity",
    "assistant",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:workload-identity-directory/default/workload-identity/assistant"
);
action_methods!(
    WorkloadIdentity,
    "workload identity",
    "bedrock_agentcore::WorkloadIdentity::named(\"assistant\")",
    bedrock_agentcore::GetWorkloadIdentity
);

impl WorkloadIdentity {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for WorkloadIdentity {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        let own = Scope::of(&self.handle, on);
        if on == On::Everything {
            return Ok(own);
        }
        let directory = self
            .handle
            .arn_beside("workload-identity-directory/default");
        Ok(own.and(directory))
    }
}

grants! {
    WorkloadIdentity,
    "workload identity",
    "bedrock_agentcore::WorkloadIdentity::named(\"assistant\")",
    "workload identity `assistant`";

    /// On the directory as well: listing takes in all identities there.
    grant_read => "read the settings of" {
        Itself: [bedrock_agentcore::GetWorkloadIdentity, bedrock_agentcore::ListWorkloadIdentities],
    }
    /// On the directory as well.
    grant_admin => "manage" {
        Itself: [
            bedrock_agentcore::CreateWorkloadIdentity,
            bedrock_agentcore::GetWorkloadIdentity,
            bedrock_agentcore::UpdateWorkloadIdentity,
            bedrock_agentcore::DeleteWorkloadIdentity,
        ],
    }
    /// On the directory as well.
    grant_use => "get access tokens for" {
        Itself: [
            bedrock_agentcore::GetWorkloadAccessToken,
            bedrock_agentcore::GetWorkloadAccessTokenForJWT,
            bedrock_agentcore::GetWorkloadAccessTokenForUserId,
        ],
    }
    /// On the directory as well.
    grant_full_access => "use and manage" {
        Itself: [
            bedrock_agentcore::CreateWorkloadIdentity,
            bedrock_agentcore::GetWorkloadIdentity,
            bedrock_agentcore::UpdateWorkloadIdentity,
            bedrock_agentcore::DeleteWorkloadIdentity,
            bedrock_agentcore::ListWorkloadIdentities,
            bedrock_agentcore::GetWorkloadAccessToken,
            bedrock_agentcore::GetWorkloadAccessTokenForJWT,
            bedrock_agentcore::GetWorkloadAccessTokenForUserId,
        ],
    }
}
