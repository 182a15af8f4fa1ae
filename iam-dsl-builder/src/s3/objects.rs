//! The objects of a bucket whose keys match a pattern.

use std::fmt;

use iam_dsl_core::{ActionPattern, Arn, Template};

use super::{Bucket, bucket::admit, grants::object_grants};
use crate::{
    Action, Grant, GrantError, Grantee, IntoActions, IntoResources, anyone,
    condition::{Key, Single, kind},
    grant::{Granting, On, Party, Request, Scope, give_actions},
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
    bucket: Handle,
    keys: String,
}

impl Objects {
    #[inline]
    pub(super) fn new(bucket: &Bucket, keys: String) -> Self {
        let bucket = bucket.handle().clone();
        Self { bucket, keys }
    }

    /// Returns the objects' ARN.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.bucket.sub_arn(&format!("/{}", self.keys))
    }

    /// Lets everyone read the objects, without credentials. See [`Bucket::grant_public_access`].
    ///
    /// # Errors
    ///
    /// The bucket is encrypted with a key, which needs credentials. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::s3;
    ///
    /// let site = s3::Bucket::named("my-site");
    /// site.objects("public/*").grant_public_access()?;
    /// assert!(site.policy().to_json().contains("my-site/public/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_public_access(&self) -> Result<Grant, GrantError> {
        self.grant_get(anyone())
    }

    /// Lets the grantee use these actions, each on the objects or on their listing, whichever it can act on.
    ///
    /// # Errors
    ///
    /// An action is a pattern, or acts on neither; or listing cannot be narrowed to the keys. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, s3};
    ///
    /// let role = Role::new("app");
    /// let incoming = s3::Bucket::named("my-app-uploads").objects("incoming/*");
    /// incoming.grant(&role, actions![s3::GetObject, s3::GetObjectAcl])?;
    /// assert!(role.policy().to_json().contains("my-app-uploads/incoming/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant(
        &self,
        grantee: impl Grantee,
        actions: impl IntoActions,
    ) -> Result<Grant, GrantError> {
        give_actions(self, grantee.into_party(), &actions.into_actions())
    }

    #[inline]
    fn listing(&self) -> Result<Scope, GrantError> {
        let mut scope = Scope::on(self.bucket.arn());
        if self.keys == "*" {
            return Ok(scope);
        }
        let is_prefix = self
            .keys
            .strip_suffix('*')
            .is_some_and(|prefix| !prefix.contains(['*', '?']));
        if !is_prefix {
            return Err(GrantError::UnlistablePattern {
                bucket: self.bucket.label(),
                pattern: self.keys.clone(),
            });
        }
        let key = Key::<kind::Text, Single>::__checked("s3:prefix");
        scope.conditions.push(key.like(&self.keys));
        Ok(scope)
    }
}

impl Granting for Objects {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.bucket
    }

    #[inline]
    fn label(&self) -> String {
        match self.keys.as_str() {
            "*" => self.bucket.label(),
            keys => format!("{} under `{keys}`", self.bucket.label()),
        }
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        match on {
            On::Listing => self.listing(),
            On::Objects => Ok(Scope::on(self.arn())),
            _ => Ok(Scope::of(&self.bucket, on)),
        }
    }

    /// What is said of the bucket has to be narrowed to the keys, so that only what tells a prefix can be.
    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        let tells_prefix = Action::find(action.as_str()).is_some_and(|action| {
            let mut keys = action.condition_keys();
            keys.any(|key| key.name() == "s3:prefix")
        });
        if tells_prefix {
            &[On::Listing]
        } else {
            &[On::Objects]
        }
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

object_grants! {
    Objects with policy,
    "chosen part of the bucket",
    "s3::Bucket::named(\"my-app-uploads\").objects(\"incoming/*\")",
    "bucket `my-app-uploads` under `incoming/*`"; "of" "to"; {}
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
