//! Companies that work in other people's accounts.

use std::marker::PhantomData;

use super::narrowing::{NotNarrowed, not_narrowed};
use crate::{AccountPrincipal, ValueError, principal::Trust};

/// The account of a company that works in its customers' accounts, before the external id is said.
///
/// The id is the company's name for this customer. Without it another customer could name this role to the company,
/// which would then work here on that customer's behalf. See AWS's page on
/// [access for third parties](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::trust::ThirdParty;
///
/// let monitoring = ThirdParty::account("987654321098")?.with_external_id("9e1f7c2a-customer-123")?;
/// let role = Role::new("monitoring").trusted_by(monitoring);
/// assert!(role.trust_policy().to_json().contains(r#""sts:ExternalId":"9e1f7c2a-customer-123""#));
///
/// assert!(ThirdParty::account("987654321098")?.with_external_id("").is_err());
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a third party is trusted once its external id is known"]
pub struct ThirdParty<S = NotNarrowed> {
    account: AccountPrincipal,
    state: PhantomData<S>,
}

not_narrowed! {
    /// A third party of which the external id is known.
    WithExternalId for ThirdParty,
    "a third party is trusted only with an external id: add `.with_external_id(..)?`",
    "this trusts the third party on behalf of all its customers"
}

impl ThirdParty {
    /// The company's account.
    ///
    /// # Errors
    ///
    /// The id is not twelve digits.
    #[inline]
    pub fn account(id: &str) -> Result<Self, ValueError> {
        Ok(Self {
            account: AccountPrincipal::new(id)?,
            state: PhantomData,
        })
    }

    /// Trusts the company for requests that carry this id.
    ///
    /// # Errors
    ///
    /// The id has fewer than 2 or more than 1224 characters, or others than letters, digits and `_+=,.@:/-`: see
    /// [`AssumeRole`](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html).
    #[inline]
    pub fn with_external_id(self, id: &str) -> Result<Trust, ValueError> {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_+=,.@:/-".contains(&byte);
        let length = id.len();
        if !(2..=1224).contains(&length) {
            return Err(ValueError::new(format!(
                "`{id}` is not an external id: it has {length} characters"
            ))
            .with_help("an external id has 2 to 1224 characters"));
        }
        if !id.bytes().all(is_allowed) {
            return Err(ValueError::new(format!("`{id}` is not an external id"))
                .with_help("an external id has letters, digits and characters of `_+=,.@:/-`"));
        }
        Ok(self.account.with_external_id(id))
    }
}
