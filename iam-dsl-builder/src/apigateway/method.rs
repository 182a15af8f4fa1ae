//! Methods of REST APIs.

use iam_dsl_core::Arn;

use super::execute::{executed, executed_methods};
use crate::{grant::grants, handle::Handle};

/// A method of a REST API in a stage: who may execute it. Made by [`RestApi::method`](super::RestApi::method).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::apigateway;
///
/// let orders = apigateway::RestApi::named("a1b2c3d4e5").method("prod", "POST", "/orders");
/// let role = Role::new("website");
/// orders.grant_execute(&role)?;
/// assert!(role.policy().to_json().contains("a1b2c3d4e5/prod/POST/orders"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Method {
    api: Handle,
    arn: Arn,
    label: String,
}

executed_methods!(Method, "method");

impl Method {
    #[inline]
    pub(super) fn new(api: &Handle, stage: &str, method: &str, path: &str) -> Self {
        Self {
            arn: executed(api, stage, method, path),
            label: format!(
                "method `{method} {path}` in stage `{stage}` of {}",
                api.label()
            ),
            api: api.clone(),
        }
    }
}

grants! {
    Method with policy,
    "method",
    "apigateway::RestApi::named(\"a1b2c3d4e5\").method(\"prod\", \"GET\", \"/pets\")",
    "method `GET /pets` in stage `prod` of REST API `a1b2c3d4e5`";

    grant_execute => "execute" {
        Itself: [execute_api::Invoke],
    }
}
