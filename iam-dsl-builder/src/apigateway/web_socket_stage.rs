//! Stages of WebSocket APIs.

use iam_dsl_core::Arn;

use super::execute::{executed, executed_methods};
use crate::{grant::grants, handle::Handle};

/// A stage of a WebSocket API: who may manage its connections. Made by
/// [`WebSocketApi::stage`](super::WebSocketApi::stage). Its ARN is that of the connections.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::apigateway;
///
/// let chat = apigateway::WebSocketApi::named("a1b2c3d4e5").stage("prod");
/// let role = Role::new("chat");
/// chat.grant_management_api_access(&role)?;
/// assert!(role.policy().to_json().contains("a1b2c3d4e5/prod/*/@connections/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct WebSocketStage {
    api: Handle,
    arn: Arn,
    label: String,
}

executed_methods!(WebSocketStage, "stage");

impl WebSocketStage {
    #[inline]
    pub(super) fn new(api: &Handle, stage: &str) -> Self {
        Self {
            arn: executed(api, stage, "*", "@connections/*"),
            label: format!("stage `{stage}` of {}", api.label()),
            api: api.clone(),
        }
    }
}

grants! {
    WebSocketStage,
    "stage",
    "apigateway::WebSocketApi::named(\"a1b2c3d4e5\").stage(\"prod\")",
    "stage `prod` of WebSocket API `a1b2c3d4e5`";

    /// Sending messages to them, looking at them, and closing them.
    grant_management_api_access => "manage the connections of" {
        Itself: [execute_api::ManageConnections],
    }
}
