//! Roles.

use iam_dsl_core::{Arn, PolicyStatement, Template};

use crate::{
    IdentityPolicy, ManagedPolicy, TrustPolicy, ValueError,
    env::Env,
    handle::read_arn,
    owner::Owner,
    policy::{IdentityPrincipal, IdentityResource},
    principal::{IntoPrincipals, IntoTrust, Principal, Trust},
    shared::Shared,
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
pub struct Role(Shared<State>);

#[derive(Debug)]
struct State {
    name: String,
    owner: Owner,
    /// Of a role that exists already.
    arn: Option<Arn>,
    policy: IdentityPolicy,
    trust: TrustPolicy,
    managed: Vec<ManagedPolicy>,
}

impl State {
    fn arn(&self) -> Arn {
        self.arn.clone().unwrap_or_else(|| {
            let resource = Template::from(format!("role/{}", self.name));
            self.owner.iam_arn(resource)
        })
    }
}

impl Role {
    /// A role of the deploying account.
    pub fn new(name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Deploying, None)
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
        let (path, owner) = read_arn(&arn, "role", "iam", "role/", &[':'])?;
        match path.rsplit('/').next() {
            Some(name) if !name.is_empty() => {
                Ok(Self::from_parts(name.to_owned(), owner, Some(arn)))
            }
            _ => Err(ValueError::new(format!("`{arn}` is not the ARN of a role"))),
        }
    }

    fn from_parts(name: String, owner: Owner, arn: Option<Arn>) -> Self {
        Self(Shared::new(State {
            name,
            owner,
            arn,
            policy: IdentityPolicy::new(),
            trust: TrustPolicy::new(),
            managed: Vec::new(),
        }))
    }

    /// Says which account the role is of. A role made [from an ARN](Self::from_arn) keeps the account that the ARN names.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    ///
    /// let env = Env::new("123456789012", "us-east-1")?;
    /// let role = Role::new("app").with_env(&env);
    /// assert_eq!(role.arn().to_string(), "arn:aws:iam::123456789012:role/app");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[must_use]
    pub fn with_env(self, env: &Env) -> Self {
        self.0.with(|state| {
            if state.arn.is_none() {
                state.owner = Owner::Known(env.clone());
            }
        });
        self
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
        let statement = principal.into_trust().into_parts().into_policy_statement();
        self.0.with(|state| state.trust.push(statement));
        self
    }

    /// Attaches a managed policy.
    #[must_use]
    pub fn with_managed_policy(self, policy: ManagedPolicy) -> Self {
        self.0.with(|state| state.managed.push(policy));
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
        self.0.with(|state| state.policy.add(statement));
    }

    /// Returns the role's name.
    pub fn name(&self) -> String {
        self.0.with(|state| state.name.clone())
    }

    /// Returns the id of the role's account, or nothing for the deploying account.
    pub fn account(&self) -> Option<String> {
        self.owner().account().map(str::to_owned)
    }

    /// Returns the role's ARN.
    ///
    /// Without an [`Env`] its account is a token that a deployment fills in.
    pub fn arn(&self) -> Arn {
        self.0.with(|state| state.arn())
    }

    /// Returns what the role may do: a snapshot, in the order it was said.
    pub fn policy(&self) -> IdentityPolicy {
        self.0
            .with(|state| state.policy.in_partition_of(&state.arn()))
    }

    /// Returns who may assume the role: a snapshot, in the order it was said.
    pub fn trust_policy(&self) -> TrustPolicy {
        self.0
            .with(|state| state.trust.in_partition_of(&state.arn()))
    }

    /// Returns the managed policies attached to the role.
    pub fn managed_policies(&self) -> Vec<ManagedPolicy> {
        self.0.with(|state| {
            let arn = state.arn();
            let in_partition = |policy: &ManagedPolicy| policy.in_partition_of(&arn);
            state.managed.iter().map(in_partition).collect()
        })
    }

    pub(crate) fn owner(&self) -> Owner {
        self.0.with(|state| state.owner.clone())
    }

    pub(crate) fn extend_policy(&self, statements: &[PolicyStatement]) {
        self.0.with(|state| state.policy.extend(statements));
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
