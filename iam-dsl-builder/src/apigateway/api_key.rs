//! API keys.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "API key",
    kind: "AWS::ApiGateway::ApiKey",
    arn: ArnForm::regional("apigateway", "/apikeys/").without_account(),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An API key: who may read and change it. It identifies callers for usage plans, and lets nobody in by itself.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::apigateway;
///
/// let partner = apigateway::ApiKey::named("a1b2c3d4e5");
/// let role = Role::new("support");
/// partner.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("/apikeys/a1b2c3d4e5"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ApiKey {
    handle: Handle,
}

handle_methods!(ApiKey by "id", "API key");
named_methods!(
    ApiKey by "id",
    "API key",
    "apigateway::ApiKey",
    "a1b2c3d4e5",
    "arn:aws:apigateway:us-east-1::/apikeys/a1b2c3d4e5"
);
action_methods!(
    ApiKey,
    "API key",
    "apigateway::ApiKey::named(\"a1b2c3d4e5\")",
    apigateway::GET
);

impl ApiKey {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for ApiKey {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    ApiKey, "API key", "apigateway::ApiKey::named(\"a1b2c3d4e5\")", "API key `a1b2c3d4e5`";

    /// With its value.
    grant_read => "read" {
        Itself: [apigateway::GET],
    }
    // `POST` makes further keys, and `PUT` acts on none.
    grant_write => "change and delete" {
        Itself: [apigateway::PATCH, apigateway::DELETE],
    }
    /// With its value.
    grant_read_write => "read, change and delete" {
        Itself: [apigateway::GET, apigateway::PATCH, apigateway::DELETE],
    }
}
