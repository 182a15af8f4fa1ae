//! Buckets.

use iam_dsl_core::{Arn, check};

use super::Objects;
use crate::{
    Env, Grant, GrantError, Grantee, ResourcePolicy, ValueError,
    handle::Handle,
    owner::Owner,
    policy::{ResourcePrincipal, ResourceResource},
    statement::{Statement, state::Effect},
};

/// A bucket: its objects, who may use them, and its own policy.
///
/// A bucket is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let uploads = s3::Bucket::named("my-app-uploads");
/// let role = Role::new("order-processor");
/// uploads.grant_read(&role)?;
/// assert_eq!(
///     role.policy().to_json(),
///     concat!(
///         r#"{"Version":"2012-10-17","Statement":["#,
///         r#"{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:::my-app-uploads"},"#,
///         r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::my-app-uploads/*"}]}"#,
///     ),
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Bucket(Handle);

impl Bucket {
    /// The bucket of this name, in the deploying account.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Deploying)
    }

    /// The bucket of this name, in the account of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::from_parts(name.into(), Owner::Known(env.clone()))
    }

    #[inline]
    fn from_parts(name: String, owner: Owner) -> Self {
        let arn = owner.s3_arn(name.clone());
        Self(Handle::new(name, owner, arn))
    }

    /// A bucket that exists already. Its ARN names no account: [`in_account`](Self::in_account) says whose it is.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a bucket.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::s3;
    ///
    /// let shared = s3::Bucket::from_arn(arn!("arn:aws:s3:::shared"))?.in_account("999999999999")?;
    /// assert_eq!(shared.name(), "shared");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Handle::from_arn(arn, "bucket", "s3", "", &['/', ':']).map(Self)
    }

    /// Says which account the bucket is of.
    ///
    /// # Errors
    ///
    /// The account is not twelve digits.
    #[inline]
    pub fn in_account(self, account: impl Into<String>) -> Result<Self, ValueError> {
        let account = account.into();
        check::account_id(&account)?;
        Ok(Self(self.0.with_owner(Owner::Foreign(account))))
    }

    /// Returns the bucket's name.
    #[inline]
    pub fn name(&self) -> &str {
        self.0.name()
    }

    /// Returns the bucket's ARN.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.0.arn()
    }

    /// The objects whose keys match a pattern of `*` and `?`: a resource for `.on(..)`, and something to grant.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::s3;
    ///
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// assert_eq!(uploads.objects("incoming/*").to_string(), "arn:aws:s3:::my-app-uploads/incoming/*");
    /// ```
    #[inline]
    pub fn objects(&self, keys: impl Into<String>) -> Objects {
        Objects::new(self.clone(), keys.into())
    }

    /// Adds a statement to the bucket's policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, s3};
    ///
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// uploads.add(
    ///     deny(actions![s3:*])
    ///         .to(anyone())
    ///         .on(uploads.objects("*"))
    ///         .when(key!("aws:SecureTransport").is(false)),
    /// );
    /// assert_eq!(uploads.policy().document().statements().len(), 1);
    /// ```
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: ResourcePrincipal,
        R: ResourceResource,
    {
        self.0.add(statement);
    }

    /// Returns the bucket's policy: a snapshot, in the order it was said.
    #[inline]
    pub fn policy(&self) -> ResourcePolicy {
        self.0.policy()
    }

    /// Lets the grantee read and list the objects: `s3:GetObject` on them, `s3:ListBucket` on the bucket.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// uploads.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("s3:ListBucket"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        self.all().grant_read(grantee)
    }

    /// Lets the grantee read the objects whose keys it knows, without listing them: `s3:GetObject`.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// uploads.grant_get(&role)?;
    /// assert!(role.policy().to_json().contains("s3:GetObject"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_get(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        self.all().grant_get(grantee)
    }

    /// Lets the grantee write objects: `s3:PutObject` and `s3:AbortMultipartUpload`, and no deleting.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// uploads.grant_write(&role)?;
    /// assert!(role.policy().to_json().contains("s3:PutObject"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        self.all().grant_write(grantee)
    }

    /// Lets the grantee write objects, under CDK's name for it: the same as [`grant_write`](Self::grant_write).
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// uploads.grant_put(&role)?;
    /// assert!(role.policy().to_json().contains("s3:PutObject"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_put(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        self.all().grant_put(grantee)
    }

    /// Lets the grantee read, list and write the objects: `grant_read` and `grant_write` in one.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// uploads.grant_read_write(&role)?;
    /// assert!(role.policy().to_json().contains("s3:PutObject"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        self.all().grant_read_write(grantee)
    }

    /// Lets the grantee delete objects: `s3:DeleteObject`.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let uploads = s3::Bucket::named("my-app-uploads");
    /// uploads.grant_delete(&role)?;
    /// assert!(role.policy().to_json().contains("s3:DeleteObject"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_delete(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        self.all().grant_delete(grantee)
    }

    #[inline]
    fn all(&self) -> Objects {
        self.objects("*")
    }

    #[inline]
    pub(super) fn handle(&self) -> &Handle {
        &self.0
    }
}
