//! Browsers.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "browser",
    kind: "AWS::BedrockAgentCore::BrowserCustom",
    arn: ArnForm::regional("bedrock-agentcore", "browser-custom/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A browser for agents: which may start sessions of it, and who may read about them.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let browser = bedrock_agentcore::BrowserCustom::named("research-a1b2c3d4e5");
/// let agent = Role::new("researcher");
/// browser.grant_use(&agent)?;
/// assert!(agent.policy().to_json().contains("bedrock-agentcore:StartBrowserSession"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct BrowserCustom {
    handle: Handle,
}

handle_methods!(BrowserCustom by "id", "browser");
named_methods!(
    BrowserCustom by "id",
    "browser",
    "bedrock_agentcore::BrowserCustom",
    "research-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:browser-custom/research-a1b2c3d4e5"
);
action_methods!(
    BrowserCustom,
    "browser",
    "bedrock_agentcore::BrowserCustom::named(\"research-a1b2c3d4e5\")",
    bedrock_agentcore::GetBrowser
);

impl BrowserCustom {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for BrowserCustom {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    BrowserCustom,
    "browser",
    "bedrock_agentcore::BrowserCustom::named(\"research-a1b2c3d4e5\")",
    "browser `research-a1b2c3d4e5`";

    /// Listing takes in all browsers of the account, and their sessions.
    grant_read => "read about the sessions of" {
        Itself: [bedrock_agentcore::GetBrowser, bedrock_agentcore::GetBrowserSession],
        Everything: [bedrock_agentcore::ListBrowsers, bedrock_agentcore::ListBrowserSessions],
    }
    /// The service cannot limit the stream by which a session is driven to one browser.
    grant_use => "use" {
        Itself: [
            bedrock_agentcore::StartBrowserSession,
            bedrock_agentcore::StopBrowserSession,
            bedrock_agentcore::UpdateBrowserStream,
        ],
        Everything: [bedrock_agentcore::ConnectBrowserAutomationStream],
    }
}
