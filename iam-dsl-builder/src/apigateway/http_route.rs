//! Routes of HTTP APIs.

use iam_dsl_core::Arn;

use super::execute::{executed, executed_methods};
use crate::{grant::grants, handle::Handle};

/// A route of an HTTP API, in all of its stages: who may invoke it. Made by [`HttpApi::route`](super::HttpApi::route).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::apigateway;
///
/// let orders = apigateway::HttpApi::named("a1b2c3d4e5").route("GET", "/orders/{id}");
/// let role = Role::new("website");
/// orders.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("a1b2c3d4e5/*/GET/orders/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct HttpRoute {
    api: Handle,
    arn: Arn,
    label: String,
}

executed_methods!(HttpRoute, "route");

impl HttpRoute {
    #[inline]
    pub(super) fn new(api: &Handle, method: &str, path: &str) -> Self {
        Self {
            arn: executed(api, "*", method, path),
            label: format!("route `{method} {path}` of {}", api.label()),
            api: api.clone(),
        }
    }
}

grants! {
    HttpRoute,
    "route",
    "apigateway::HttpApi::named(\"a1b2c3d4e5\").route(\"GET\", \"/pets\")",
    "route `GET /pets` of HTTP API `a1b2c3d4e5`";

    grant_invoke => "invoke" {
        Itself: [execute_api::Invoke],
    }
}
