//! Roles.

use std::time::Duration;

use iam_dsl_core::{Arn, quota::Quota};

use crate::{
    IdentityError, TrustPolicy, ValueError,
    identity::{
        Identity, boundary_methods, entity_methods, permission_methods,
        sort::{ROLE, SESSION_SECONDS},
        tag_methods,
    },
    policy::{IdentityPrincipal, IdentityResource},
    principal::{IntoPrincipals, IntoTrust, Principal, Trust},
    statement::{
        Statement,
        state::{Effect, ToPrincipals},
    },
};

/// A role: who may assume it, and what it may do.
///
/// A role is a handle: its clones share one role, so grants reach it wherever it is used. What it may do is asked with
/// `role.can(..)`, of the feature `evaluate`.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let uploads = s3::Bucket::named("my-app-uploads");
/// let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));
/// uploads.grant_read(&role)?;
/// role.add(allow(actions![s3::PutObject]).on(uploads.objects("incoming/*")));
///
/// assert_eq!(role.policy().document().statements().len(), 3);
/// assert!(role.trust_policy().to_json().contains("lambda.amazonaws.com"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Role(Identity);

entity_methods!(Role, "role", "role/");
tag_methods!(Role, "role");
permission_methods!(Role, "role");
boundary_methods!(Role, "role");

impl Role {
    /// A role of the deploying account. [`mistakes`](Self::mistakes) checks the name.
    pub fn new(name: impl Into<String>) -> Self {
        Self(Identity::new(&ROLE, name.into()))
    }

    /// A role that exists already, such as one of another account.
    ///
    /// What it is granted collects in its [`policy`](Self::policy), for its owner to attach.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a role.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner"))?;
    /// assert_eq!(partner.name(), "partner");
    /// assert_eq!(partner.account().as_deref(), Some("999999999999"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Identity::from_arn(&ROLE, arn).map(Self)
    }

    /// Describes the role.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("app").with_description("Processes orders");
    /// assert_eq!(role.description().as_deref(), Some("Processes orders"));
    /// ```
    #[must_use]
    pub fn with_description(self, description: impl Into<String>) -> Self {
        self.0.lock().entity.description = Some(description.into());
        self
    }

    /// Returns the description, if there is one.
    pub fn description(&self) -> Option<String> {
        self.0.lock().entity.description.clone()
    }

    /// Says how long sessions of the role may last: one hour, unless this says otherwise, and twelve at most.
    ///
    /// AWS: [CreateRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use std::time::Duration;
    ///
    /// let role = Role::new("app").with_max_session_duration(Duration::from_secs(13 * 60 * 60));
    /// assert_eq!(
    ///     role.mistakes()[0].to_string(),
    ///     "sessions of role `app` last 46800 seconds at most, and IAM takes 3600 to 43200",
    /// );
    /// ```
    #[must_use]
    pub fn with_max_session_duration(self, duration: Duration) -> Self {
        self.0.lock().session = Some(duration);
        self
    }

    /// Returns how long sessions of the role may last, if that was said.
    pub fn max_session_duration(&self) -> Option<Duration> {
        self.0.lock().session
    }

    /// Lets a principal assume the role: a service, an account, another role, or one narrowed by conditions.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("partner-integration").trusted_by(
    ///     AccountPrincipal::new("987654321098")?.with_external_id("partner-integration-2026"),
    /// );
    /// assert!(role.trust_policy().to_json().contains("sts:ExternalId"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[must_use]
    pub fn trusted_by(self, principal: impl IntoTrust) -> Self {
        let said = principal.into_trust().into_parts();
        self.0.lock().trust.push_said(said);
        self
    }

    /// Returns who may assume the role: a snapshot, in the order it was said.
    ///
    /// Where the role's account and region are known, nothing of them is left open.
    pub fn trust_policy(&self) -> TrustPolicy {
        let state = self.0.lock();
        state.trust.deployed_to(&state.entity)
    }

    /// Says how long the account lets trust policies be: 2,048 characters, unless AWS has raised the quota.
    ///
    /// AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let partner = |number| service_principal!("lambda.amazonaws.com").when(key!("aws:SourceAccount").equals(format!("{number:012}")));
    /// let role = (0..20).fold(Role::new("app"), |role, number| role.trusted_by(partner(number)));
    /// assert_eq!(role.mistakes().len(), 1);
    /// assert!(role.with_trust_policy_limit(4096).mistakes().is_empty());
    /// ```
    #[must_use]
    pub fn with_trust_policy_limit(self, characters: usize) -> Self {
        self.0.lock().trust_limit = characters;
        self
    }

    /// Adds a statement to the role's policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("app");
    /// role.add(allow(actions![s3::ListAllMyBuckets]).on(any()));
    /// assert!(role.policy().to_json().contains("s3:ListAllMyBuckets"));
    /// ```
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: IdentityPrincipal,
        R: IdentityResource,
    {
        self.0.lock().policy.add(statement);
    }

    /// Returns what IAM would refuse of the role: names, paths, tags, durations, counts and sizes.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let role = Role::new("order processor");
    /// assert_eq!(
    ///     role.mistakes()[0].to_string(),
    ///     "the name of role `order processor` is `order processor`: a name is of letters, digits and `+=,.@_-`",
    /// );
    /// ```
    #[inline]
    pub fn mistakes(&self) -> Vec<IdentityError> {
        let mut mistakes = self.0.mistakes();
        let (min, max) = SESSION_SECONDS;
        if let Some(duration) = self.max_session_duration() {
            let seconds = duration.as_secs();
            if seconds < min || seconds > max {
                mistakes.push(IdentityError::SessionDuration {
                    identity: self.0.label(),
                    seconds,
                    min,
                    max,
                });
            }
        }
        let size = Quota::TRUST_POLICY.measure(&self.trust_policy().to_json());
        let limit = self.0.lock().trust_limit;
        if size > limit {
            mistakes.push(IdentityError::TrustTooLarge {
                identity: self.0.label(),
                size,
                limit,
            });
        }
        mistakes
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.0
    }
}

impl IntoPrincipals for &Role {
    type State = ToPrincipals;

    fn into_principals(self) -> Vec<Principal> {
        self.arn().into_principals()
    }
}

impl IntoPrincipals for Role {
    type State = ToPrincipals;

    fn into_principals(self) -> Vec<Principal> {
        (&self).into_principals()
    }
}

impl IntoTrust for &Role {
    fn into_trust(self) -> Trust {
        self.arn().into_trust()
    }
}

impl IntoTrust for Role {
    fn into_trust(self) -> Trust {
        (&self).into_trust()
    }
}
