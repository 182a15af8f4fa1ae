//! The token that clients log in with.

use crate::{
    grant::{Granting, Party, grants},
    handle::{ArnForm, Class, Handle, PolicySupport},
};

const CLASS: Class = Class {
    noun: "registry",
    kind: "AWS::ECR::Registry",
    arn: ArnForm::regional("ecr", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[],
};

/// The token with which clients log in to the registry of their own account: who may get one.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ecr;
///
/// let role = Role::new("build");
/// ecr::AuthorizationToken::new().grant_read(&role)?;
/// assert!(role.policy().to_json().contains("ecr:GetAuthorizationToken"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct AuthorizationToken {
    handle: Handle,
}

impl AuthorizationToken {
    /// Those of the grantee's account.
    #[inline]
    pub fn new() -> Self {
        let handle = Handle::of_all(&CLASS);
        Self { handle }
    }
}

impl Default for AuthorizationToken {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Granting for AuthorizationToken {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn label(&self) -> String {
        "its registry".to_owned()
    }

    /// They are those of whoever asks, of whichever account.
    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.own_identity().is_none()
    }
}

grants! {
    AuthorizationToken, "registry", "ecr::AuthorizationToken::new()", "its registry";

    grant_read => "log in to" {
        Everything: [ecr::GetAuthorizationToken],
    }
}
