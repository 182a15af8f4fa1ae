//! HTTP APIs.

use super::{HttpRoute, execute::api_methods};
use crate::{
    grant::On,
    handle::{ArnForm, Class, Handle, PolicySupport},
};

const CLASS: Class = Class {
    noun: "HTTP API",
    kind: "AWS::ApiGatewayV2::Api",
    arn: ArnForm::regional("execute-api", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An HTTP API, whose routes can be granted where they are authorized by IAM.
///
/// It has no policy of its own. Its ARN is that of `execute-api`, which names all that can be invoked.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::apigateway;
///
/// let shop = apigateway::HttpApi::named("a1b2c3d4e5");
/// let role = Role::new("website");
/// shop.route("ANY", "/{proxy+}").grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("a1b2c3d4e5/*/*/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct HttpApi {
    handle: Handle,
}

api_methods!(HttpApi, "HTTP API", "apigateway::HttpApi");

impl HttpApi {
    /// A route of the API, in all of its stages. `ANY` stands for every method.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::apigateway;
    ///
    /// let pets = apigateway::HttpApi::named("a1b2c3d4e5").route("GET", "/pets/{id}");
    /// assert!(pets.arn().to_string().ends_with(":a1b2c3d4e5/*/GET/pets/*"));
    /// ```
    #[must_use]
    #[inline]
    pub fn route(&self, method: impl AsRef<str>, path: impl AsRef<str>) -> HttpRoute {
        HttpRoute::new(&self.handle, method.as_ref(), path.as_ref())
    }
}
