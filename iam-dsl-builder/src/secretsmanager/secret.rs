//! Secrets.

use iam_dsl_core::{Arn, Template};

use super::grants::{Form, READ, WRITE};
use crate::{
    Env, Grant, GrantError, Grantee, ResourcePolicy, ValueError,
    grant::{Entry, Granting, Party, Scope, grant},
    handle::Handle,
    owner::Owner,
    policy::{ResourcePrincipal, ResourceResource},
    principal::Principal,
    statement::{Statement, state::Effect},
};

/// A secret: who may read and write its value, and its own policy.
///
/// A secret is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::secretsmanager;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let password = secretsmanager::Secret::new(&env, "my-app/database");
/// let role = Role::new("my-app");
/// password.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("secret:my-app/database-??????"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Secret(Handle);

impl Secret {
    /// The secret of this name, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Known(env.clone()))
    }

    /// The secret of this name, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Deploying)
    }

    #[inline]
    fn from_parts(name: String, owner: Owner) -> Self {
        // Secrets Manager ends the ARN of a secret with six random characters.
        let arn = owner.regional_arn("secretsmanager", format!("secret:{name}-??????"));
        Self(Handle::new(name, owner, arn))
    }

    /// A secret that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a secret, or lacks the random characters at its end.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{secretsmanager, prelude::*};
    ///
    /// let orders = secretsmanager::Secret::from_arn(arn!("arn:aws:secretsmanager:us-east-1:999999999999:secret:orders-AbCdEf"))?;
    /// assert_eq!(orders.name(), "orders");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(arn, "secret", "secretsmanager", "secret:", &[':'])?;
        match without_suffix(handle.name()).map(str::to_owned) {
            Some(name) => Ok(Self(handle.with_name(name))),
            None => Err(ValueError::new(format!(
                "`{}` lacks the `-` and six random characters at the end of a secret's ARN",
                handle.arn()
            ))
            .with_help("take the ARN as AWS shows it, or `Secret::new(&env, name)`")),
        }
    }

    /// Returns the secret's name.
    #[inline]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Returns the secret's ARN.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.0.arn()
    }

    /// Adds a statement to the secret's policy.
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.0.add(statement);
    }

    /// Returns the secret's policy: a snapshot, in the order it was said.
    #[inline]
    pub fn policy(&self) -> ResourcePolicy {
        self.0.policy()
    }

    /// Lets the grantee read the value: `GetSecretValue`, `DescribeSecret`.
    ///
    /// # Errors
    ///
    /// The grantee is not an identity of the secret's account: a secret that AWS's own key encrypts stays in its account.
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{secretsmanager, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let password = secretsmanager::Secret::named("my-app/database");
    /// password.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("secretsmanager:GetSecretValue"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &READ, grantee)
    }

    /// Lets the grantee write the value: `PutSecretValue`, `UpdateSecret`, `UpdateSecretVersionStage`.
    ///
    /// # Errors
    ///
    /// As of [`grant_read`](Self::grant_read).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{secretsmanager, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let password = secretsmanager::Secret::named("my-app/database");
    /// password.grant_write(&role)?;
    /// assert!(role.policy().to_json().contains("secretsmanager:PutSecretValue"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &WRITE, grantee)
    }
}

impl Granting for Secret {
    type Form = Form;

    #[inline]
    fn handle(&self) -> &Handle {
        &self.0
    }

    #[inline]
    fn label(&self) -> String {
        format!("secret `{}`", self.name())
    }

    #[inline]
    fn scope(&self, form: Form) -> Result<Scope, GrantError> {
        match form {
            Form::Secret => Ok(Scope::on(vec![Template::from(self.arn())])),
        }
    }

    /// The AWS-managed key that encrypts a secret by default works within the account only.
    /// <https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html>
    #[inline]
    fn admit(&self, entry: &Entry<Form>, party: &Party) -> Result<Vec<Principal>, GrantError> {
        Err(GrantError::AwsManagedKey {
            method: entry.method,
            resource: self.label(),
            grantee: party.label(),
        })
    }
}

/// The name of a secret, which its ARN holds with a `-` and six random characters behind it.
#[inline]
fn without_suffix(name: &str) -> Option<&str> {
    let (name, random) = name.rsplit_once('-')?;
    let is_random = random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_random && !name.is_empty()).then_some(name)
}
