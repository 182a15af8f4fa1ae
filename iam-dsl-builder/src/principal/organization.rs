//! Organizations and parts of them.

use std::fmt;

use super::{IntoPrincipals, IntoTrust, Principal, Trust};
use crate::{
    ValueError,
    condition::{AnyValue, Condition, IntoCondition, Key, Single, kind},
    statement::state::ToAnyone,
};

/// Everyone of an organization: every AWS identity, on the condition that `aws:PrincipalOrgID` is this.
///
/// See AWS's page on
/// [`aws:PrincipalOrgID`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::OrganizationPrincipal;
///
/// let ours = OrganizationPrincipal::new("o-a1b2c3d4e5")?;
/// let statement = allow(actions![s3::GetObject]).to(&ours).on(arn!("arn:aws:s3:::shared/*"));
/// let json = ResourcePolicy::new().with(statement).to_json();
/// assert!(json.contains(r#""Principal":{"AWS":"*"}"#));
/// assert!(json.contains(r#""StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}"#));
///
/// assert!(OrganizationPrincipal::new("nope").is_err());
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationPrincipal(String);

impl OrganizationPrincipal {
    /// The organization with this id.
    ///
    /// # Errors
    ///
    /// The id is not `o-` and 10 to 32 lower-case letters or digits: see
    /// [`Organization`](https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html).
    #[inline]
    pub fn new(id: impl Into<String>) -> Result<Self, ValueError> {
        let id = id.into();
        if is_id(&id, "o-", 10, 32) {
            return Ok(Self(id));
        }
        Err(
            ValueError::new(format!("`{id}` is not the id of an organization")).with_help(
                "it is `o-` and 10 to 32 lower-case letters or digits, such as `o-a1b2c3d4e5`",
            ),
        )
    }

    /// Returns the organization's id.
    #[inline]
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Narrows the trust in the organization with a condition, such as on `aws:PrincipalArn`.
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Trust {
        self.into_trust().when(condition)
    }

    #[inline]
    fn condition(&self) -> Condition {
        Key::<kind::Text, Single>::__checked("aws:PrincipalOrgID").equals(self.0.as_str())
    }
}

/// Everyone of a part of an organization: every AWS identity, on the condition that `aws:PrincipalOrgPaths` matches.
///
/// See AWS's page on
/// [`aws:PrincipalOrgPaths`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::OrganizationPath;
///
/// let payments = OrganizationPath::new("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/")?;
/// let role = Role::new("ledger-reader").trusted_by(payments.with_everything_below());
/// assert!(role.trust_policy().to_json().contains(
///     r#""ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"}"#,
/// ));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationPath {
    path: String,
    below: bool,
}

impl OrganizationPath {
    /// The accounts that are directly in this root or organizational unit.
    ///
    /// # Errors
    ///
    /// The path is not the ids of the organization, of its root and of organizational units, each followed by `/`.
    #[inline]
    pub fn new(path: impl Into<String>) -> Result<Self, ValueError> {
        let path = path.into();
        if is_path(&path) {
            return Ok(Self { path, below: false });
        }
        Err(
            ValueError::new(format!("`{path}` is not a path in an organization")).with_help(
                "it is ids from the organization down, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`",
            ),
        )
    }

    /// Takes in the accounts of all organizational units below it as well.
    #[must_use]
    #[inline]
    pub fn with_everything_below(mut self) -> Self {
        self.below = true;
        self
    }

    /// Narrows the trust in the accounts with a condition, such as on `aws:PrincipalArn`.
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Trust {
        self.into_trust().when(condition)
    }

    #[inline]
    fn condition(&self) -> Condition {
        let below = if self.below { "*" } else { "" };
        // Always the same comparison, so that several paths are alternatives.
        Key::<kind::Text, AnyValue>::__checked("aws:PrincipalOrgPaths")
            .like(format!("{}{below}", self.path))
    }
}

impl fmt::Display for OrganizationPath {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

macro_rules! on_condition {
    ($($principal:ident)*) => {
        $(
            impl IntoPrincipals for $principal {
                type State = ToAnyone;

                #[inline]
                fn into_principals(self) -> Vec<Principal> {
                    vec![any_aws()]
                }

                #[inline]
                fn conditions(&self) -> Vec<Condition> {
                    vec![self.condition()]
                }
            }

            impl IntoPrincipals for &$principal {
                type State = ToAnyone;

                #[inline]
                fn into_principals(self) -> Vec<Principal> {
                    vec![any_aws()]
                }

                #[inline]
                fn conditions(&self) -> Vec<Condition> {
                    vec![self.condition()]
                }
            }

            impl IntoTrust for $principal {
                #[inline]
                fn into_trust(self) -> Trust {
                    Trust::assume_role(any_aws()).demanding(self.condition())
                }
            }
        )*
    };
}

on_condition!(OrganizationPrincipal OrganizationPath);

/// `{"AWS": "*"}`: an organization has no anonymous callers.
#[inline]
fn any_aws() -> Principal {
    Principal::aws("*")
}

#[inline]
fn is_path(path: &str) -> bool {
    let Some(path) = path.strip_suffix('/') else {
        return false;
    };
    let mut ids = path.split('/');
    let organization = ids.next().is_some_and(|id| is_id(id, "o-", 10, 32));
    let root = ids.next().is_some_and(|id| is_id(id, "r-", 4, 32));
    organization && root && ids.all(is_unit)
}

/// `ou-`, the root's part and the unit's own.
#[inline]
fn is_unit(id: &str) -> bool {
    id.strip_prefix("ou-")
        .and_then(|id| id.split_once('-'))
        .is_some_and(|(root, own)| is_id(root, "", 4, 32) && is_id(own, "", 8, 32))
}

#[inline]
fn is_id(text: &str, prefix: &str, shortest: usize, longest: usize) -> bool {
    text.strip_prefix(prefix).is_some_and(|own| {
        (shortest..=longest).contains(&own.len())
            && own
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}
