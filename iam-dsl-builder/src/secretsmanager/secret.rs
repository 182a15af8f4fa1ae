//! Secrets.

use iam_dsl_core::Arn;

use crate::{
    Env, Grant, GrantError, Grantee, ValueError,
    condition::{AnyValue, IntoTexts, Key, kind},
    grant::{Granting, On, Request, entries, grants},
    handle::{
        ArnForm, Class, Encryption, Handle, PolicySupport, action_methods, handle_methods,
        key_methods, policy_methods,
    },
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "secret",
    kind: "AWS::SecretsManager::Secret",
    arn: ArnForm::regional("secretsmanager", "secret:").without(&[':']),
    policy: PolicySupport::ByArn,
    key_via: Some("secretsmanager"),
    forms: &[On::Itself],
};

/// A secret: who may read and write its value, and its own policy.
///
/// Unless it is said to be encrypted with a key, that is the key which AWS manages in the account, so that nothing of it
/// can be granted to other accounts: see AWS's page on
/// [access from another account](https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html).
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
pub struct Secret {
    handle: Handle,
}

handle_methods!(Secret, "secret");
policy_methods!(Secret, "secret");
key_methods!(
    Secret,
    "secret",
    "secretsmanager::Secret::named(\"database\")"
);
action_methods!(
    Secret,
    "secret",
    "secretsmanager::Secret::named(\"database\")",
    secretsmanager::ListSecretVersionIds
);

impl Secret {
    /// The secret of this name, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Known(env.clone()), name.into())
    }

    /// The secret of this name, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Deploying, name.into())
    }

    #[inline]
    fn of_owner(owner: Owner, name: String) -> Self {
        // Secrets Manager ends the ARN of a secret with six random characters.
        let handle = Handle::named(&CLASS, owner, format!("{name}-??????"));
        Self::of(handle.with_name(name))
    }

    #[inline]
    fn of(mut handle: Handle) -> Self {
        handle.set_encryption(Encryption::AwsManaged);
        Self { handle }
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
        let handle = Handle::from_arn(&CLASS, arn)?;
        match without_suffix(handle.name()).map(str::to_owned) {
            Some(name) => Ok(Self::of(handle.with_name(name))),
            None => Err(ValueError::new(format!(
                "`{}` lacks the `-` and six random characters at the end of a secret's ARN",
                handle.arn()
            ))
            .with_help("take the ARN as AWS shows it, or `Secret::new(&env, name)`")),
        }
    }

    /// Lets the grantee read the value in these stages alone, such as `AWSCURRENT`.
    ///
    /// It allows `secretsmanager:GetSecretValue`, where `secretsmanager:VersionStage` is one of them, and `kms:Decrypt` on
    /// its key, where it was said to be encrypted with one.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{secretsmanager, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let password = secretsmanager::Secret::named("database");
    /// password.grant_read_of_stages(&role, ["AWSCURRENT"])?;
    /// assert!(role.policy().to_json().contains("secretsmanager:VersionStage"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read_of_stages(
        &self,
        grantee: impl Grantee,
        stages: impl IntoTexts,
    ) -> Result<Grant, GrantError> {
        let entry = &staged::grant_read_of_stages;
        let party = grantee.into_party();
        let mut request = Request::new(entry.method, entry.lets, self.handle.label(), party)?;
        let stage = Key::<kind::Text, AnyValue>::__checked("secretsmanager:VersionStage");
        request.when(stage.equals(stages));
        request.plan(self, entry)?;
        Ok(request.give())
    }
}

impl Granting for Secret {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Secret with policy, "secret", "secretsmanager::Secret::named(\"database\")", "secret `database`";

    grant_read => "read the value of" {
        Itself: [secretsmanager::GetSecretValue, secretsmanager::DescribeSecret];
        key: [Decrypt]
    }
    // Writing decrypts: Secrets Manager asks for `kms:Decrypt` as well as `kms:GenerateDataKey` when a value changes, and to
    // update a secret for `kms:Encrypt` besides. The value is still read by `GetSecretValue` alone.
    // <https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html>
    // <https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html>
    grant_write => "write the value of" {
        Itself: [
            secretsmanager::PutSecretValue,
            secretsmanager::UpdateSecret,
            secretsmanager::UpdateSecretVersionStage,
        ];
        key: [GenerateDataKey, Decrypt, Encrypt]
    }
}

entries! { staged;
    // `DescribeSecret` is about no version, so that the condition would never let it.
    grant_read_of_stages => "read the value in some stages of" {
        Itself: [secretsmanager::GetSecretValue];
        key: [Decrypt]
    }
}

/// The name of a secret, which its ARN holds with a `-` and six random characters behind it.
#[inline]
fn without_suffix(name: &str) -> Option<&str> {
    let (name, random) = name.rsplit_once('-')?;
    let is_random = random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_random && !name.is_empty()).then_some(name)
}
