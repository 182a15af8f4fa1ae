//! Whom something can be granted to.

use super::{Party, Sort};
use crate::{
    AccountPrincipal, Anyone, Group, ManagedPolicy, Role, ServicePrincipal, User,
    condition::IntoCondition,
    principal::{
        AccountRootPrincipal, ArnPrincipal, AssumedRoleSession, CanonicalUser, FederatedUser,
        IntoPrincipals, IntoTrust, Narrowed, OrganizationPath, OrganizationPrincipal, Principal,
        Trust, WebIdentity,
    },
};

/// Whom something can be granted to: a [`Role`], a [`User`], a [`Group`], a [`ManagedPolicy`], a service, an account,
/// an organization, an ARN, or [`anyone()`](crate::anyone); and what `.when(..)` made of one of these. Those that have no
/// `.when(..)` are narrowed with [`AnyGrantee::when`].
///
/// A service that acts for others has to be told for whom, or anybody makes it act: with
/// [`aws:SourceArn`](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html) as below, or
/// `aws:SourceAccount`.
///
/// No resource's policy can name a group or a managed policy, so that they are granted what is of their own account.
///
/// Nor can it name whom an identity provider vouches for, with OpenID Connect, SAML or Amazon Cognito: roles alone trust
/// providers. A grant to a web identity is an error that says so. Grant to the role that it assumes, which trusts it with
/// [`Role::trusted_by`].
///
/// Grants take grantees by value or by reference.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let site = s3::Bucket::named("my-site");
/// let distribution = arn!("arn:aws:cloudfront::123456789012:distribution/EDFDVBD6EXAMPLE");
/// site.grant_get(
///     service_principal!("cloudfront.amazonaws.com").when(key!("aws:SourceArn").equals(distribution)),
/// )?;
/// assert!(site.policy().to_json().contains("EDFDVBD6EXAMPLE"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "nothing can be granted to `{Self}`",
    label = "not a grantee",
    note = "grant to `&role`, `&group`, `service_principal!(\"..\")`, `AccountPrincipal::new(\"..\")?` or `anyone()`"
)]
pub trait Grantee: sealed::Sealed {
    #[doc(hidden)]
    fn into_party(self) -> Party;
}

mod sealed {
    pub trait Sealed {}
}

/// Someone to grant to, of whatever type: for lists of grantees, and for those that only a running program knows.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{AnyGrantee, s3};
///
/// let reports = s3::Bucket::named("reports");
/// let app = Role::new("app");
/// let readers = [AnyGrantee::new(&app), AnyGrantee::new(AccountPrincipal::new("999999999999")?)];
/// for reader in readers {
///     reports.grant_read(reader)?;
/// }
/// assert_eq!(app.policy().document().statements().len(), 2);
/// assert_eq!(reports.policy().document().statements().len(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct AnyGrantee(Party);

impl AnyGrantee {
    /// The same grantee, with its type forgotten.
    #[inline]
    pub fn new(grantee: impl Grantee) -> Self {
        Self(grantee.into_party())
    }

    /// The grantee under a condition, which narrows all that it is granted, on both sides.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{AnyGrantee, s3};
    ///
    /// let role = Role::new("analyst");
    /// let from_here = key!("aws:SourceVpce").equals("vpce-1a2b3c4d");
    /// s3::Bucket::named("reports").grant_get(AnyGrantee::new(&role).when(from_here))?;
    /// assert!(role.policy().to_json().contains("vpce-1a2b3c4d"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn when(self, condition: impl IntoCondition) -> Self {
        Self(self.0.narrowed(condition.into_condition()))
    }
}

impl sealed::Sealed for AnyGrantee {}

impl Grantee for AnyGrantee {
    #[inline]
    fn into_party(self) -> Party {
        self.0
    }
}

macro_rules! grantees {
    ($($Grantee:ident: |$grantee:ident| $party:expr;)*) => {
        $(
            impl sealed::Sealed for $Grantee {}

            impl Grantee for $Grantee {
                #[inline]
                fn into_party(self) -> Party {
                    let $grantee = self;
                    $party
                }
            }

            impl sealed::Sealed for &$Grantee {}

            impl Grantee for &$Grantee {
                #[inline]
                fn into_party(self) -> Party {
                    self.clone().into_party()
                }
            }
        )*
    };
}

grantees! {
    Role: |role| Party::identity(Sort::Role, role.identity(), (&role).into_principals());
    User: |user| Party::identity(Sort::User, user.identity(), (&user).into_principals());
    Group: |group| Party::identity(Sort::Group, group.identity(), Vec::new());
    ManagedPolicy: |policy| Party::identity(Sort::Policy, policy.identity(), Vec::new());
    ServicePrincipal: |service| Party::principal(Sort::Service, format!("service `{service}`"), service);
    AccountPrincipal: |account| {
        Party::principal(Sort::Account, format!("account `{}`", account.account()), account)
    };
    AccountRootPrincipal: |root| Party::principal(Sort::Account, "the deploying account".to_owned(), root);
    ArnPrincipal: |arn| Party::named(Sort::Arn, arn);
    AssumedRoleSession: |session| Party::named(Sort::Arn, session);
    FederatedUser: |user| Party::named(Sort::Arn, user);
    CanonicalUser: |user| Party::named(Sort::CanonicalUser, user);
    OrganizationPrincipal: |organization| {
        Party::principal(Sort::Organization, format!("organization `{}`", organization.id()), organization)
    };
    OrganizationPath: |path| Party::principal(Sort::Organization, format!("organizational unit `{path}`"), path);
    Anyone: |_anyone| Party::anyone();
    Trust: |trust| Party::of_trust(trust);
}

impl<C: Narrowed> sealed::Sealed for WebIdentity<C> {}

impl<C: Narrowed> Grantee for WebIdentity<C> {
    #[inline]
    fn into_party(self) -> Party {
        self.into_trust().into_party()
    }
}

impl sealed::Sealed for iam_dsl_core::Arn {}

impl Grantee for iam_dsl_core::Arn {
    #[inline]
    fn into_party(self) -> Party {
        Party::principals(Sort::Arn, format!("`{self}`"), vec![Principal::aws(self)])
    }
}

impl sealed::Sealed for &iam_dsl_core::Arn {}

impl Grantee for &iam_dsl_core::Arn {
    #[inline]
    fn into_party(self) -> Party {
        self.clone().into_party()
    }
}
