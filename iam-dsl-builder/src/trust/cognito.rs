//! Users of an app, by an identity pool of Amazon Cognito.

use std::marker::PhantomData;

use super::{
    narrowing::{NotNarrowed, not_narrowed},
    text,
};
use crate::{
    ValueError, aws,
    condition::{AnyValue, Key, Single, kind},
    principal::{FederatedPrincipal, Trust},
};

/// The users of an identity pool of Amazon Cognito, before it is said whether they have signed in.
///
/// See AWS's page on
/// [IAM roles](https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#trust-policies) of identity pools.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::CognitoIdentityPool;
///
/// let pool = CognitoIdentityPool::new("us-east-1:12345678-abcd-abcd-abcd-123456790ab1")?;
/// let role = Role::new("app-user").trusted_by(pool.authenticated());
/// let json = role.trust_policy().to_json();
/// assert!(json.contains(r#""ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"authenticated"}"#));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "an identity pool is trusted once its authenticated users are"]
pub struct CognitoIdentityPool<S = NotNarrowed> {
    id: String,
    provider: String,
    state: PhantomData<S>,
}

not_narrowed! {
    /// An identity pool of which it is said whether its users have signed in.
    SignedIn for CognitoIdentityPool,
    "an identity pool is trusted only for users who have signed in, or have not: add `.authenticated()` or `.unauthenticated()`",
    "this trusts guests of the pool as well"
}

impl CognitoIdentityPool {
    /// The identity pool with this id, `REGION:UUID`.
    ///
    /// # Errors
    ///
    /// The id is not a region and a UUID.
    #[inline]
    pub fn new(id: &str) -> Result<Self, ValueError> {
        let Some((region, uuid)) = id.split_once(':') else {
            return Err(
                ValueError::new(format!("`{id}` is not the id of an identity pool")).with_help(
                    "it is a region and a UUID: `us-east-1:12345678-abcd-abcd-abcd-123456790ab1`",
                ),
            );
        };
        iam_dsl_core::check::region(region)?;
        text::uuid("the id of an identity pool", uuid)?;
        // The provider's name differs by partition, and with it its keys.
        let provider = if region.starts_with("cn-") {
            format!("cognito-identity.{region}.amazonaws.com.cn")
        } else if region.starts_with("us-gov-") {
            "cognito-identity-us-gov.amazonaws.com".to_owned()
        } else {
            "cognito-identity.amazonaws.com".to_owned()
        };
        Ok(Self {
            id: id.to_owned(),
            provider,
            state: PhantomData,
        })
    }

    /// Trusts users who have signed in, with whichever provider the pool takes.
    #[inline]
    pub fn authenticated(self) -> Trust {
        self.by_way_of("authenticated")
    }

    /// Trusts guests, who have not signed in: everybody who has the app, and with it the pool's id.
    #[inline]
    pub fn unauthenticated(self) -> Trust {
        self.by_way_of("unauthenticated")
    }

    #[inline]
    fn by_way_of(self, amr: &str) -> Trust {
        let provider = self.provider;
        let audience = Key::<kind::Text, Single>::unchecked(format!("{provider}:aud"));
        let reference = Key::<kind::Text, AnyValue>::unchecked(format!("{provider}:amr"));
        Trust::new(
            aws::sts::AssumeRoleWithWebIdentity,
            FederatedPrincipal::named(provider),
        )
        .demanding(audience.equals(self.id))
        .demanding(reference.like(amr))
    }
}
