//! Canonical user ids, which Amazon S3 knows accounts by.

use iam_dsl_core::PrincipalType;

use super::{IntoPrincipals, Principal};
use crate::statement::state::ToPrincipals;

/// An account by its canonical user id, as a bucket policy may name it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::CanonicalUser;
///
/// let owner = CanonicalUser::new("79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be");
/// let statement = allow(actions![s3::GetObject]).to(owner).on(arn!("arn:aws:s3:::shared/*"));
/// assert!(ResourcePolicy::new().with(statement).to_json().contains("CanonicalUser"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalUser(String);

impl CanonicalUser {
    /// The account with this canonical user id.
    #[inline]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }
}

impl IntoPrincipals for CanonicalUser {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![Principal::named(PrincipalType::CanonicalUser, self.0)]
    }
}
