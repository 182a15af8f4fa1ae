//! The objects of a bucket whose keys match a pattern.

use std::fmt;

use iam_dsl_core::{Arn, Template};

use super::{
    Bucket,
    grants::{DELETE, Form, GET, PUT_ONLY, READ, READ_WRITE, WRITE},
};
use crate::{
    Grant, GrantError, Grantee, IntoResources,
    condition::{Key, Single, kind},
    grant::{Granting, Scope, grant},
    handle::Handle,
};

/// The objects of a bucket whose keys match a pattern. Made by [`Bucket::objects`].
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let uploads = s3::Bucket::named("my-app-uploads");
/// let role = Role::new("importer");
/// uploads.objects("incoming/*").grant_read(&role)?;
///
/// // Listing is on the bucket, so it takes a condition to narrow it.
/// assert!(role.policy().to_json().contains(r#""StringLike":{"s3:prefix":"incoming/*"}"#));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Objects {
    bucket: Bucket,
    keys: String,
}

impl Objects {
    #[inline]
    pub(super) fn new(bucket: Bucket, keys: String) -> Self {
        Self { bucket, keys }
    }

    /// Returns the objects' ARN.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.bucket.handle().sub_arn(&format!("/{}", self.keys))
    }

    /// Lets the grantee read and list the objects: `s3:GetObject` on them, and `s3:ListBucket` on the bucket where
    /// `s3:prefix` starts as the keys do.
    ///
    /// # Errors
    ///
    /// The pattern is more than a text and one `*` at its end, to which listing cannot be narrowed. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let incoming = s3::Bucket::named("my-app-uploads").objects("incoming/*");
    /// incoming.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains(r#""s3:prefix":"incoming/*""#));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &READ, grantee)
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
    /// let incoming = s3::Bucket::named("my-app-uploads").objects("incoming/*");
    /// incoming.grant_get(&role)?;
    /// assert!(role.policy().to_json().contains("my-app-uploads/incoming/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_get(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &GET, grantee)
    }

    /// Lets the grantee write the objects: `s3:PutObject` and `s3:AbortMultipartUpload`, and no deleting.
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
    /// let incoming = s3::Bucket::named("my-app-uploads").objects("incoming/*");
    /// incoming.grant_write(&role)?;
    /// assert!(role.policy().to_json().contains("my-app-uploads/incoming/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &WRITE, grantee)
    }

    /// Lets the grantee write the objects, under CDK's name for it: the same as [`grant_write`](Self::grant_write).
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
    /// let incoming = s3::Bucket::named("my-app-uploads").objects("incoming/*");
    /// incoming.grant_put(&role)?;
    /// assert!(role.policy().to_json().contains("my-app-uploads/incoming/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_put(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &PUT_ONLY, grantee)
    }

    /// Lets the grantee read, list and write the objects: `grant_read` and `grant_write` in one.
    ///
    /// # Errors
    ///
    /// As of [`grant_read`](Self::grant_read).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{s3, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let incoming = s3::Bucket::named("my-app-uploads").objects("incoming/*");
    /// incoming.grant_read_write(&role)?;
    /// assert!(role.policy().to_json().contains(r#""s3:prefix":"incoming/*""#));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &READ_WRITE, grantee)
    }

    /// Lets the grantee delete the objects: `s3:DeleteObject`.
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
    /// let incoming = s3::Bucket::named("my-app-uploads").objects("incoming/*");
    /// incoming.grant_delete(&role)?;
    /// assert!(role.policy().to_json().contains("my-app-uploads/incoming/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_delete(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        grant(self, &DELETE, grantee)
    }

    #[inline]
    fn bucket_label(&self) -> String {
        format!("bucket `{}`", self.bucket.name())
    }

    #[inline]
    fn listing(&self) -> Result<Scope, GrantError> {
        let mut scope = Scope::on(vec![Template::from(self.bucket.arn())]);
        if self.keys == "*" {
            return Ok(scope);
        }
        let is_prefix = self
            .keys
            .strip_suffix('*')
            .is_some_and(|prefix| !prefix.contains(['*', '?']));
        if !is_prefix {
            return Err(GrantError::UnlistablePattern {
                bucket: self.bucket_label(),
                pattern: self.keys.clone(),
            });
        }
        let key = Key::<kind::Text, Single>::__checked("s3:prefix");
        scope.conditions.push(key.like(&self.keys));
        Ok(scope)
    }
}

impl Granting for Objects {
    type Form = Form;

    #[inline]
    fn handle(&self) -> &Handle {
        self.bucket.handle()
    }

    #[inline]
    fn label(&self) -> String {
        match self.keys.as_str() {
            "*" => self.bucket_label(),
            keys => format!("{} under `{keys}`", self.bucket_label()),
        }
    }

    #[inline]
    fn scope(&self, form: Form) -> Result<Scope, GrantError> {
        match form {
            Form::Listing => self.listing(),
            Form::Objects => Ok(Scope::on(vec![Template::from(self.arn())])),
        }
    }
}

impl IntoResources for Objects {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.arn().into_resources()
    }
}

impl IntoResources for &Objects {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.arn().into_resources()
    }
}

impl From<Objects> for Arn {
    #[inline]
    fn from(objects: Objects) -> Self {
        objects.arn()
    }
}

impl From<Objects> for Template {
    #[inline]
    fn from(objects: Objects) -> Self {
        Self::from(objects.arn())
    }
}

impl fmt::Display for Objects {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.arn().fmt(f)
    }
}
