//! OAuth 2.0 credential providers.

use crate::{
    GrantError,
    grant::{Granting, On, Scope, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "OAuth 2.0 credential provider",
    kind: "AWS::BedrockAgentCore::OAuth2CredentialProvider",
    arn: ArnForm::regional(
        "bedrock-agentcore",
        "token-vault/default/oauth2credentialprovider/",
    ),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An OAuth 2.0 credential provider of the account's token vault: which agents may use it, and who may manage it.
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
/// let provider = bedrock_agentcore::OAuth2CredentialProvider::named("calendar");
/// let agent = Role::new("assistant");
/// provider.grant_use(&agent)?;
/// assert!(agent.policy().to_json().contains("bedrock-agentcore:GetResourceOauth2Token"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct OAuth2CredentialProvider {
    handle: Handle,
}

handle_methods!(OAuth2CredentialProvider, "OAuth 2.0 credential provider");
named_methods!(
    OAuth2CredentialProvider,
    "OAuth 2.0 credential provider",
    "bedrock_agentcore::OAuth2CredentialProvider",
    "calendar",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:token-vault/default/oauth2credentialprovider/calendar"
);
action_methods!(
    OAuth2CredentialProvider,
    "OAuth 2.0 credential provider",
    "bedrock_agentcore::OAuth2CredentialProvider::named(\"calendar\")",
    bedrock_agentcore::GetOauth2CredentialProvider
);

impl OAuth2CredentialProvider {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for OAuth2CredentialProvider {
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
    OAuth2CredentialProvider,
    "OAuth 2.0 credential provider",
    "bedrock_agentcore::OAuth2CredentialProvider::named(\"calendar\")",
    "OAuth 2.0 credential provider `calendar`";

    /// On the token vault as well: listing takes in all of the kind there.
    grant_read => "read the settings of" {
        Itself: [
            bedrock_agentcore::GetOauth2CredentialProvider,
            bedrock_agentcore::ListOauth2CredentialProviders,
        ],
    }
    /// On the token vault as well.
    grant_admin => "manage" {
        Itself: [
            bedrock_agentcore::CreateOauth2CredentialProvider,
            bedrock_agentcore::GetOauth2CredentialProvider,
            bedrock_agentcore::UpdateOauth2CredentialProvider,
            bedrock_agentcore::DeleteOauth2CredentialProvider,
        ],
    }
    /// On the token vault and the directory of workload identities as well.
    grant_use => "get tokens from" {
        Itself: [
            bedrock_agentcore::GetResourceOauth2Token,
            bedrock_agentcore::CompleteResourceTokenAuth,
        ],
        Beside("workload-identity-directory/default/workload-identity/*"): [
            bedrock_agentcore::GetResourceOauth2Token,
            bedrock_agentcore::CompleteResourceTokenAuth,
        ],
    }
    /// On the token vault and the directory of workload identities as well.
    grant_full_access => "use and manage" {
        Itself: [
            bedrock_agentcore::CreateOauth2CredentialProvider,
            bedrock_agentcore::GetOauth2CredentialProvider,
            bedrock_agentcore::UpdateOauth2CredentialProvider,
            bedrock_agentcore::DeleteOauth2CredentialProvider,
            bedrock_agentcore::ListOauth2CredentialProviders,
            bedrock_agentcore::GetResourceOauth2Token,
            bedrock_agentcore::CompleteResourceTokenAuth,
        ],
        Beside("workload-identity-directory/default/workload-identity/*"): [
            bedrock_agentcore::GetResourceOauth2Token,
            bedrock_agentcore::CompleteResourceTokenAuth,
        ],
    }
}
