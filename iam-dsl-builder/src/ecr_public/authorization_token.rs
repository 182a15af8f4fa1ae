//! The token that clients log in with.

use crate::{
    grant::{Granting, Party, grants},
    handle::{ArnForm, Class, Handle, PolicySupport},
};

const CLASS: Class = Class {
    noun: "public registry",
    kind: "AWS::ECR::PublicRepository",
    arn: ArnForm::regional("ecr-public", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[],
};

/// The token with which clients log in to the public registry: who may get one.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ecr_public;
///
/// let role = Role::new("build");
/// ecr_public::AuthorizationToken::new().grant_read(&role)?;
/// assert!(role.policy().to_json().contains("sts:GetServiceBearerToken"));
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
        "the public registry".to_owned()
    }

    /// They are those of whoever asks, of whichever account.
    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.own_identity().is_none()
    }
}

grants! {
    AuthorizationToken, "public registry", "ecr_public::AuthorizationToken::new()", "the public registry";

    // The token is made of a bearer token of AWS STS:
    // <https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html>
    grant_read => "log in to" {
        Everything: [ecr_public::GetAuthorizationToken, sts::GetServiceBearerToken],
    }
}
