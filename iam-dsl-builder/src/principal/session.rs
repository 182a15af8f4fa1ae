//! Sessions: of a role, and of a federated user.

use iam_dsl_core::{Arn, Template};

use super::{IntoPrincipals, IntoTrust, Principal, Trust};
use crate::{Role, ValueError, condition::IntoCondition, statement::state::ToPrincipals};

/// One session of a role, by the name it was given when the role was assumed:
/// `arn:aws:sts::123456789012:assumed-role/app/nightly`.
///
/// See AWS's page
/// [role session principals](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::AssumedRoleSession;
///
/// let nightly = AssumedRoleSession::new(&Role::new("reports"), "nightly")?;
/// let statement = allow(actions![s3::GetObject]).to(nightly).on(arn!("arn:aws:s3:::reports/*"));
/// let json = ResourcePolicy::new().with(statement).to_json();
/// assert!(json.contains("arn:aws:sts::${AWS::AccountId}:assumed-role/reports/nightly"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumedRoleSession(Arn);

impl AssumedRoleSession {
    /// The session of this name. The ARN of a session has the role's name without its path.
    ///
    /// # Errors
    ///
    /// The name has fewer than 2 or more than 64 characters, or others than letters, digits and `_=,.@-`: see
    /// [`AssumeRole`](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html).
    #[inline]
    pub fn new(role: &Role, session: &str) -> Result<Self, ValueError> {
        session_name(session, 2, 64)?;
        let resource = format!("assumed-role/{}/{session}", role.name());
        Ok(Self(of_sts(&role.arn(), resource)))
    }

    /// Narrows the trust in the session with a condition.
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Trust {
        self.into_trust().when(condition)
    }
}

impl IntoPrincipals for AssumedRoleSession {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![Principal::aws(Template::from(self.0))]
    }
}

impl IntoTrust for AssumedRoleSession {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}

/// A session made with `sts:GetFederationToken`: `arn:aws:sts::123456789012:federated-user/reporter`.
///
/// See AWS's page
/// [federated user principals](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#sts-session-principals).
/// Such a session cannot assume roles.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::FederatedUser;
///
/// let reporter = FederatedUser::new(&AccountPrincipal::new("123456789012")?, "reporter")?;
/// let statement = allow(actions![s3::GetObject]).to(reporter).on(arn!("arn:aws:s3:::reports/*"));
/// let json = ResourcePolicy::new().with(statement).to_json();
/// assert!(json.contains("arn:aws:sts::123456789012:federated-user/reporter"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FederatedUser(Arn);

impl FederatedUser {
    /// The federated user of this name in an account.
    ///
    /// # Errors
    ///
    /// The name has fewer than 2 or more than 32 characters, or others than letters, digits and `_=,.@-`: see
    /// [`GetFederationToken`](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html).
    #[inline]
    pub fn new(account: &super::AccountPrincipal, name: &str) -> Result<Self, ValueError> {
        session_name(name, 2, 32)?;
        Ok(Self(of_sts(
            account.arn(),
            format!("federated-user/{name}"),
        )))
    }
}

impl IntoPrincipals for FederatedUser {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![Principal::aws(Template::from(self.0))]
    }
}

/// An ARN of STS in the account and partition of this ARN of IAM.
#[inline]
fn of_sts(arn: &Arn, resource: String) -> Arn {
    Arn::new(
        arn.partition().clone(),
        "sts",
        "",
        arn.account().clone(),
        resource,
    )
}

#[inline]
fn session_name(name: &str, shortest: usize, longest: usize) -> Result<(), ValueError> {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_=,.@-".contains(&byte);
    if (shortest..=longest).contains(&name.len()) && name.bytes().all(is_allowed) {
        return Ok(());
    }
    Err(
        ValueError::new(format!("`{name}` is not the name of a session")).with_help(format!(
            "it has {shortest} to {longest} letters, digits and characters of `_=,.@-`"
        )),
    )
}
