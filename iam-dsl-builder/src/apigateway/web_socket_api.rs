//! WebSocket APIs.

use super::{WebSocketStage, execute::api_methods};
use crate::{
    grant::{On, grants},
    handle::{ArnForm, Class, Handle, PolicySupport},
};

const CLASS: Class = Class {
    noun: "WebSocket API",
    kind: "AWS::ApiGatewayV2::Api",
    arn: ArnForm::regional("execute-api", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A WebSocket API: who may manage its connections.
///
/// It has no policy of its own. Its ARN is that of `execute-api`, which names all that can be executed.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::apigateway;
///
/// let chat = apigateway::WebSocketApi::named("a1b2c3d4e5");
/// let role = Role::new("chat");
/// chat.grant_manage_connections(&role)?;
/// assert!(role.policy().to_json().contains("@connections/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct WebSocketApi {
    handle: Handle,
}

api_methods!(WebSocketApi, "WebSocket API", "apigateway::WebSocketApi");

impl WebSocketApi {
    /// A stage of the API.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::apigateway;
    ///
    /// let chat = apigateway::WebSocketApi::named("a1b2c3d4e5").stage("prod");
    /// assert!(chat.arn().to_string().ends_with(":a1b2c3d4e5/prod/*/@connections/*"));
    /// ```
    #[must_use]
    #[inline]
    pub fn stage(&self, name: impl AsRef<str>) -> WebSocketStage {
        WebSocketStage::new(&self.handle, name.as_ref())
    }
}

grants! {
    WebSocketApi,
    "WebSocket API",
    "apigateway::WebSocketApi::named(\"a1b2c3d4e5\")",
    "WebSocket API `a1b2c3d4e5`";

    /// In all stages: sending messages to them, looking at them, and closing them.
    grant_manage_connections => "manage the connections of" {
        Beside("{name}/*/*/@connections/*"): [execute_api::ManageConnections],
    }
}
