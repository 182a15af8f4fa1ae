//! Whom a role trusts, and under which conditions.

use iam_dsl_core::Arn;

use super::{
    AccountPrincipal, AccountRootPrincipal, ArnPrincipal, AssumedRoleSession, IntoPrincipals,
    OrganizationPrincipal, Principal, ServicePrincipal,
};
use crate::{
    IntoActions, Role, User, allow, aws,
    condition::{Condition, IntoCondition, Key, Single, kind},
    statement::state::{Allow, ToPrincipals},
    statement::{Parts, Statement},
};

/// Principals, the action that lets them assume a role, and the conditions for it.
///
/// The `.when(..)` of a principal makes one; [`Role::trusted_by`](crate::Role::trusted_by) takes it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let partner = AccountPrincipal::new("987654321098")?
///     .with_external_id("partner-integration-2026")
///     .when(key!("aws:SourceIp").within(cidr!("203.0.113.0/24")));
/// let role = Role::new("partner").trusted_by(partner);
/// assert!(role.trust_policy().to_json().contains("203.0.113.0/24"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "trust does nothing until a role has it"]
pub struct Trust(Statement<Allow, ToPrincipals>);

impl Trust {
    #[inline]
    pub(crate) fn new(
        actions: impl IntoActions,
        principals: impl IntoPrincipals<State = ToPrincipals>,
    ) -> Self {
        Self(allow(actions).to(principals))
    }

    #[inline]
    pub(crate) fn assume_role(principals: impl IntoPrincipals<State = ToPrincipals>) -> Self {
        Self::new(aws::sts::AssumeRole, principals)
    }

    /// Narrows the trust with a condition.
    ///
    /// It never widens what a preset asks for: a comparison that the preset makes too, such as of an external id, has to
    /// hold as well. It is written as the same comparison with `IfExists`, since IAM has one place for a comparison of
    /// a key. What is said here twice has both values as alternatives, as in any statement.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, principal::OrganizationPrincipal};
    ///
    /// let ours = OrganizationPrincipal::new("o-a1b2c3d4e5")?;
    /// let nobody = ours.when(key!("aws:PrincipalOrgID").equals("o-f6g7h8i9j0"));
    /// let role = Role::new("reports").trusted_by(nobody);
    /// assert!(role.trust_policy().to_json().contains(
    ///     r#"{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-f6g7h8i9j0"}}"#,
    /// ));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn when(self, condition: impl IntoCondition) -> Self {
        Self(self.0.when(condition))
    }

    /// Allows a finding of this trust, and says why; see [`Statement::allow`]. With the feature `validate`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Code;
    /// use iam_dsl::prelude::*;
    ///
    /// let ours = AccountPrincipal::new("987654321098")?
    ///     .when(key!("aws:PrincipalTag/team").equals("payments"))
    ///     .allow(Code::STALE_ALLOWANCE, "the finding is said, and nothing is hidden");
    /// assert_eq!(Role::new("app").trusted_by(ours).trust_policy().validate().len(), 1);
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[cfg(feature = "validate")]
    #[inline]
    pub fn allow(self, code: iam_dsl_core::check::Code, reason: impl Into<String>) -> Self {
        Self(self.0.allow(code, reason))
    }

    /// Narrows the trust with what a preset stands for, and what `.when(..)` therefore cannot widen.
    #[inline]
    pub(crate) fn demanding(self, condition: Condition) -> Self {
        Self(self.0.demanding(condition))
    }

    /// Trusts only requests that carry this external id, as third parties are trusted.
    ///
    /// The id is taken as it is; [`ThirdParty`](crate::trust::ThirdParty) checks it.
    #[inline]
    pub fn with_external_id(self, id: impl Into<String>) -> Self {
        let key = Key::<kind::Text, Single>::__checked("sts:ExternalId");
        self.demanding(key.equals(id.into()))
    }

    /// Lets who assumes the role bring session tags: `sts:TagSession`.
    ///
    /// See AWS's page on
    /// [session tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html). Say which tags with a condition
    /// on `aws:RequestTag/KEY`, where policies rely on them.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let broker = AccountPrincipal::new("987654321098")?
    ///     .when(key!("aws:RequestTag/team").equals("payments"))
    ///     .with_session_tags();
    /// let role = Role::new("payments-operator").trusted_by(broker);
    /// assert!(role.trust_policy().to_json().contains(r#""Action":["sts:AssumeRole","sts:TagSession"]"#));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn with_session_tags(self) -> Self {
        Self(self.0.and_action(aws::sts::TagSession))
    }

    /// Names the statement of the trust policy: its `Sid`.
    #[inline]
    pub fn sid(self, sid: impl Into<String>) -> Self {
        Self(self.0.sid(sid))
    }

    #[inline]
    pub(crate) fn into_parts(self) -> Parts {
        self.0.into_parts()
    }
}

/// What a role can trust: a service, an account, a role, an ARN, several of those in a list or a tuple, a preset of
/// [`trust`](crate::trust), or a [`Trust`].
#[diagnostic::on_unimplemented(
    message = "a role cannot trust `{Self}`",
    label = "not a principal that a role can trust",
    note = "write `service_principal!(\"lambda.amazonaws.com\")`, `AccountPrincipal::new(\"123456789012\")?`, `arn!(\"arn:aws:iam::123456789012:role/app\")`, `&role`, `web_identity(provider).when(..)` or a preset of `iam_dsl::trust`"
)]
pub trait IntoTrust {
    /// Turns the value into a statement of a trust policy.
    fn into_trust(self) -> Trust;
}

impl IntoTrust for Trust {
    #[inline]
    fn into_trust(self) -> Trust {
        self
    }
}

impl IntoTrust for Arn {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}

impl IntoTrust for Principal {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}

macro_rules! by_reference {
    ($($principal:ident)*) => {
        $(impl IntoTrust for &$principal {
            #[inline]
            fn into_trust(self) -> Trust {
                self.clone().into_trust()
            }
        })*
    };
}

by_reference!(
    Arn AccountPrincipal AccountRootPrincipal ArnPrincipal AssumedRoleSession OrganizationPrincipal ServicePrincipal
);

/// What assumes roles with `sts:AssumeRole`, so that several of it can be trusted at once: services, accounts, roles,
/// ARNs.
///
/// What an identity provider vouches for comes with another action and with conditions of its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be trusted in one statement with others",
    label = "comes with an action or with conditions of its own",
    note = "give it a `.trusted_by(..)` of its own: a trust policy takes several"
)]
pub trait AssumesRole: IntoPrincipals<State = ToPrincipals> {}

macro_rules! assume_role {
    ($($principal:ident)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl AssumesRole for $principal {}

            #[diagnostic::do_not_recommend]
            impl AssumesRole for &$principal {}
        )*
    };
}

assume_role!(
    Arn AccountPrincipal AccountRootPrincipal ArnPrincipal AssumedRoleSession Role ServicePrincipal User
);

impl<T: AssumesRole, const N: usize> IntoTrust for [T; N] {
    #[inline]
    fn into_trust(self) -> Trust {
        Trust::assume_role(self)
    }
}

macro_rules! tuples {
    ($(($($name:ident)*))*) => {
        $(impl<$($name: AssumesRole),*> IntoTrust for ($($name,)*) {
            #[inline]
            fn into_trust(self) -> Trust {
                Trust::assume_role(self)
            }
        })*
    };
}

tuples!((A B) (A B C) (A B C D));
