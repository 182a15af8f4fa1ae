//! API key credential providers.

use crate::{
    GrantError,
    grant::{Granting, On, Scope, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "API key credential provider",
    kind: "AWS::BedrockAgentCore::ApiKeyCredentialProvider",
    arn: ArnForm::regional(
        "bedrock-agentcore",
        "token-vault/default/apikeycredentialprovider/",
    ),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An API key credential provider of the account's token vault: which agents may use it, and who may manage it.
///
/// The service asks for each action on the vault as well, and for what agents use on their workload identities and the
/// directory of these, so that each grant is on those, too: see AWS's
/// [list of actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockagentcore.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let provider = bedrock_agentcore::ApiKeyCredentialProvider::named("search-service");
/// let agent = Role::new("assistant");
/// provider.grant_use(&agent)?;
/// assert!(agent.policy().to_json().contains("bedrock-agentcore:GetResourceApiKey"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ApiKeyCredentialProvider {
    handle: Handle,
}

handle_methods!(ApiKeyCredentialProvider, "API key credential provider");
named_methods!(
    ApiKeyCredentialProvider,
    "API key credential provider",
    "bedrock_agentcore::ApiKeyCredentialProvider",
    "search-service",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:token-vault/default/apikeycredentialprovider/search-service"
);
action_methods!(
    ApiKeyCredentialProvider,
    "API key credential provider",
    "bedrock_agentcore::ApiKeyCredentialProvider::named(\"search-service\")",
    bedrock_agentcore::GetApiKeyCredentialProvider
);

impl ApiKeyCredentialProvider {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for ApiKeyCredentialProvider {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        let own = Scope::of(&self.handle, on);
        let outer = match on {
            On::Itself => "token-vault/default",
            On::Beside(_) => "workload-identity-directory/default",
            _ => return Ok(own),
        };
        Ok(own.and(self.handle.arn_beside(outer)))
    }
}

grants! {
    ApiKeyCredentialProvider,
    "API key credential provider",
    "bedrock_agentcore::ApiKeyCredentialProvider::named(\"search-service\")",
    "API key credential provider `search-service`";

    /// On the token vault as well: listing takes in all of the kind there.
    grant_read => "read the settings of" {
        Itself: [
            bedrock_agentcore::GetApiKeyCredentialProvider,
            bedrock_agentcore::ListApiKeyCredentialProviders,
        ],
    }
    /// On the token vault as well.
    grant_admin => "manage" {
        Itself: [
            bedrock_agentcore::CreateApiKeyCredentialProvider,
            bedrock_agentcore::GetApiKeyCredentialProvider,
            bedrock_agentcore::UpdateApiKeyCredentialProvider,
            bedrock_agentcore::DeleteApiKeyCredentialProvider,
        ],
    }
    /// On the token vault and the directory of workload identities as well.
    grant_use => "get API keys from" {
        Itself: [bedrock_agentcore::GetResourceApiKey],
        Beside("workload-identity-directory/default/workload-identity/*"): [
            bedrock_agentcore::GetResourceApiKey,
        ],
    }
    /// On the token vault and the directory of workload identities as well.
    grant_full_access => "use and manage" {
        Itself: [
            bedrock_agentcore::CreateApiKeyCredentialProvider,
            bedrock_agentcore::GetApiKeyCredentialProvider,
            bedrock_agentcore::UpdateApiKeyCredentialProvider,
            bedrock_agentcore::DeleteApiKeyCredentialProvider,
            bedrock_agentcore::ListApiKeyCredentialProviders,
            bedrock_agentcore::GetResourceApiKey,
        ],
        Beside("workload-identity-directory/default/workload-identity/*"): [
            bedrock_agentcore::GetResourceApiKey,
        ],
    }
}
