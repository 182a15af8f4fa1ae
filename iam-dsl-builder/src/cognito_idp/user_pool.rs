//! User pools.

use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "user pool",
    kind: "AWS::Cognito::UserPool",
    arn: ArnForm::regional("cognito-idp", "userpool/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A user pool: who may manage it and its users, by single actions.
///
/// What users themselves call with their tokens, such as `cognito-idp:GetUser`, takes no permission of IAM's.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::cognito_idp;
///
/// let customers = cognito_idp::UserPool::named("us-east-1_AbCdEfGhI");
/// let role = Role::new("sign-up");
/// customers.grant(&role, actions![cognito_idp::AdminCreateUser, cognito_idp::AdminGetUser])?;
/// assert!(role.policy().to_json().contains("userpool/us-east-1_AbCdEfGhI"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct UserPool {
    handle: Handle,
}

handle_methods!(UserPool by "id", "user pool");
named_methods!(
    UserPool by "id",
    "user pool",
    "cognito_idp::UserPool",
    "us-east-1_AbCdEfGhI",
    "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AbCdEfGhI"
);
action_methods!(
    UserPool,
    "user pool",
    "cognito_idp::UserPool::named(\"us-east-1_AbCdEfGhI\")",
    cognito_idp::AdminGetUser
);

impl UserPool {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for UserPool {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
