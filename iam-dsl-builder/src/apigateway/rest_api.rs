//! REST APIs.

use iam_dsl_core::Template;

use super::{Method, execute::api_methods};
use crate::{
    Grant, GrantError, Grantee, allow, anyone, aws,
    condition::{Key, Single, kind},
    deny,
    grant::{Granting, On, Request},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, policy_methods},
};

const CLASS: Class = Class {
    noun: "REST API",
    kind: "AWS::ApiGateway::RestApi",
    arn: ArnForm::regional("execute-api", ""),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// How a REST API's policy names all of its methods. API Gateway completes it when the policy is saved.
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html>
const ALL_METHODS: &str = "execute-api:/*";

/// A REST API: who may invoke it, and its own policy.
///
/// Its ARN is that of `execute-api`, which names all that can be invoked. Grants hold where methods are authorized by IAM.
///
/// A REST API is a handle: its clones and its methods share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::apigateway;
///
/// let shop = apigateway::RestApi::named("a1b2c3d4e5");
/// let role = Role::new("website");
/// shop.method("prod", "GET", "/products/{id}").grant_execute(&role)?;
/// assert!(role.policy().to_json().contains("a1b2c3d4e5/prod/GET/products/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct RestApi {
    handle: Handle,
}

api_methods!(RestApi, "REST API", "apigateway::RestApi");
policy_methods!(RestApi, "REST API");
action_methods!(
    RestApi,
    "REST API",
    "apigateway::RestApi::named(\"a1b2c3d4e5\")",
    execute_api::Invoke
);

impl RestApi {
    /// A method of the API in a stage. `ANY` stands for every method, and `*` for every stage.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::apigateway;
    ///
    /// let pets = apigateway::RestApi::named("a1b2c3d4e5").method("prod", "ANY", "/pets/{id}/owners");
    /// assert!(pets.arn().to_string().ends_with(":a1b2c3d4e5/prod/*/pets/*/owners"));
    /// ```
    #[must_use]
    #[inline]
    pub fn method(
        &self,
        stage: impl AsRef<str>,
        method: impl AsRef<str>,
        path: impl AsRef<str>,
    ) -> Method {
        Method::new(&self.handle, stage.as_ref(), method.as_ref(), path.as_ref())
    }

    /// Lets everyone invoke the API through these VPC endpoints, and nobody in any other way.
    ///
    /// It allows `execute-api:Invoke` to everyone, and denies it where `aws:SourceVpce` is none of the endpoints. Methods that
    /// are authorized by IAM or otherwise still are. See AWS's page on
    /// [policies of private APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html).
    ///
    /// Name all endpoints at once: what one call denies, no other allows.
    ///
    /// # Errors
    ///
    /// There is no endpoint, or one has no id of an endpoint. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::apigateway;
    ///
    /// let internal = apigateway::RestApi::named("a1b2c3d4e5");
    /// internal.grant_invoke_from_vpc_endpoints_only(&["vpce-1a2b3c4d"])?;
    /// assert!(internal.policy().to_json().contains("aws:SourceVpce"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_invoke_from_vpc_endpoints_only(
        &self,
        endpoints: &[&str],
    ) -> Result<Grant, GrantError> {
        let method = "grant_invoke_from_vpc_endpoints_only";
        let lets = "invoke, through some VPC endpoints only,";
        let mut request = Request::new(method, lets, self.label(), anyone().into_party())?;
        let help = "name the endpoints by their ids, such as `vpce-1a2b3c4d`";
        if endpoints.is_empty() {
            return Err(request.bad_value("there is no VPC endpoint".to_owned(), help));
        }
        if let Some(other) = endpoints.iter().find(|id| !is_endpoint(id)) {
            return Err(request.bad_value(format!("`{other}` is no VPC endpoint"), help));
        }
        let all = Template::from_static(ALL_METHODS);
        let through = Key::<kind::Text, Single>::__checked("aws:SourceVpce");
        let other_ways = deny(aws::execute_api::Invoke)
            .to(anyone())
            .on(all.clone())
            .when(through.not_equals(endpoints.to_vec()));
        let everyone = allow(aws::execute_api::Invoke).to(anyone()).on(all);
        request.plan_in_policy(&self.handle, vec![other_ways.into(), everyone.into()]);
        Ok(request.give())
    }
}

#[inline]
fn is_endpoint(id: &str) -> bool {
    id.strip_prefix("vpce-")
        .is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
