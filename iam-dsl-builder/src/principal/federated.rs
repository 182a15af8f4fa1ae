//! Identities that someone else vouches for.

use std::marker::PhantomData;

use iam_dsl_core::{Arn, PrincipalType, Template};

use super::{IntoPrincipals, IntoTrust, Principal, Trust};
use crate::{
    aws,
    condition::{ClaimCondition, Condition, IntoCondition, Presence},
    statement::state::ToPrincipals,
};

/// Whoever an identity provider vouches for, for `.to(..)` of a statement.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::principal::FederatedPrincipal;
///
/// let provider = FederatedPrincipal::new(arn!("arn:aws:iam::123456789012:saml-provider/staff"));
/// let statement = allow(actions![sts::AssumeRoleWithSAML])
///     .to(provider)
///     .when(key!("SAML:aud").equals("https://signin.aws.amazon.com/saml"));
/// assert!(TrustPolicy::new().with(statement).to_json().contains("Federated"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FederatedPrincipal(Template);

impl FederatedPrincipal {
    /// The identities of the provider with this ARN.
    #[inline]
    pub fn new(provider: Arn) -> Self {
        Self(Template::from(provider))
    }

    /// The identities of a provider that AWS knows by name, such as `cognito-identity.amazonaws.com`.
    #[inline]
    pub fn named(provider: impl Into<String>) -> Self {
        Self(Template::from(provider.into()))
    }
}

impl IntoPrincipals for FederatedPrincipal {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        vec![Principal::named(PrincipalType::Federated, self.0)]
    }
}

/// Whoever an OpenID Connect provider vouches for, to be trusted by a role. Made by [`web_identity`].
#[derive(Clone, Debug)]
#[must_use = "a principal does nothing until a role trusts it"]
pub struct WebIdentity<C = Unconditioned> {
    provider: FederatedPrincipal,
    conditions: Vec<Condition>,
    state: PhantomData<C>,
}

/// A web identity that is not narrowed yet.
#[derive(Clone, Copy, Debug)]
pub enum Unconditioned {}

/// A web identity that is narrowed by conditions.
#[derive(Clone, Copy, Debug)]
pub enum Conditioned {}

/// What a role may trust of an OpenID Connect provider: identities narrowed by a claim that says who they are.
#[diagnostic::on_unimplemented(
    message = "a web identity is trusted only with a condition on who it is: add `.when(key!(\"<provider>:sub\").equals(..))`",
    label = "this trusts every identity the provider vouches for",
    note = "the audience is the same for all of them, and conditions that are no claims, or negated, name nobody; `iam_dsl::trust` has presets for the usual providers"
)]
pub trait Narrowed {}

#[diagnostic::do_not_recommend]
impl Narrowed for Conditioned {}

/// Whoever this OpenID Connect provider vouches for, for [`Role::trusted_by`](crate::Role::trusted_by).
///
/// Without a condition on the token's subject, or another claim that says who it is about, that is everyone with an
/// account there, so a role takes it only once it is narrowed with `.when(..)`; the audience alone narrows nothing. See AWS's page on
/// [OIDC federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let provider = arn!("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");
/// let workflow = web_identity(provider)
///     .when(key!("token.actions.githubusercontent.com:aud").equals("sts.amazonaws.com"))
///     .when(key!("token.actions.githubusercontent.com:sub").equals("repo:my-org/my-repo:ref:refs/heads/main"));
/// let role = Role::new("deploy").trusted_by(workflow);
/// assert!(role.trust_policy().to_json().contains("sts:AssumeRoleWithWebIdentity"));
/// ```
#[inline]
pub fn web_identity(provider: Arn) -> WebIdentity {
    WebIdentity {
        provider: FederatedPrincipal::new(provider),
        conditions: Vec::new(),
        state: PhantomData,
    }
}

impl<C> WebIdentity<C> {
    /// Narrows which identities are trusted: by the token's subject or another claim, by its audience, or by
    /// anything else of the request.
    #[inline]
    pub fn when<T: Narrowing<C>>(mut self, condition: T) -> WebIdentity<T::State> {
        self.conditions.push(condition.into_condition());
        WebIdentity {
            provider: self.provider,
            conditions: self.conditions,
            state: PhantomData,
        }
    }
}

/// What a condition makes of a web identity: narrowed, or what it was.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a condition",
    label = "not a condition",
    note = "a condition compares a key with a value: `key!(\"<provider>:sub\").equals(\"..\")`"
)]
pub trait Narrowing<C>: IntoCondition {
    #[doc(hidden)]
    type State;
}

#[diagnostic::do_not_recommend]
impl<C> Narrowing<C> for ClaimCondition {
    type State = Conditioned;
}

#[diagnostic::do_not_recommend]
impl<C> Narrowing<C> for Condition {
    type State = C;
}

#[diagnostic::do_not_recommend]
impl<C> Narrowing<C> for Presence {
    type State = C;
}

impl<C: Narrowed> IntoTrust for WebIdentity<C> {
    #[inline]
    fn into_trust(self) -> Trust {
        let trust = Trust::new(aws::sts::AssumeRoleWithWebIdentity, self.provider);
        self.conditions.into_iter().fold(trust, Trust::when)
    }
}
