//! Everyone, signed in or not.

use super::{IntoPrincipals, Principal};
use crate::statement::state::ToAnyone;

/// Everyone, anonymous callers included: `"*"`. Made by [`anyone`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anyone;

/// Everyone, anonymous callers included, for `.to(anyone())`: `"Principal": "*"`.
///
/// In an Allow without a condition this makes the resource public.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let statement = deny(actions![s3:*])
///     .to(anyone())
///     .on(arn!("arn:aws:s3:::my-app-uploads/*"))
///     .when(key!("aws:SecureTransport").is(false));
/// assert!(ResourcePolicy::new().with(statement).to_json().contains(r#""Principal":"*""#));
/// ```
#[inline]
pub const fn anyone() -> Anyone {
    Anyone
}

impl IntoPrincipals for Anyone {
    type State = ToAnyone;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![Principal::ANYONE]
    }
}
