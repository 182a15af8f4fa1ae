//! Buckets.

use iam_dsl_core::check;

use super::{Objects, grants::object_grants};
use crate::{
    Grant, GrantError, ValueError, anyone,
    grant::{Granting, On, Party, Request, Scope, Sort},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "bucket",
    kind: "AWS::S3::Bucket",
    arn: ArnForm::regional("s3", "")
        .without_region()
        .without_account(),
    policy: PolicySupport::ByArn,
    key_via: Some("s3"),
    forms: &[On::Listing, On::Objects],
};

/// A bucket: its objects, who may use them, and its own policy.
///
/// A bucket is a handle: its clones share one policy. The ARN of a bucket names no account: that of another account's is
/// said with [`in_account`](Self::in_account).
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
pub struct Bucket {
    handle: Handle,
}

handle_methods!(Bucket, "bucket");
named_methods!(
    Bucket,
    "bucket",
    "s3::Bucket",
    "my-app-uploads",
    "arn:aws:s3:::my-app-uploads"
);
policy_methods!(Bucket, "bucket");
key_methods!(Bucket, "bucket", "s3::Bucket::named(\"my-app-uploads\")");
action_methods!(
    Bucket,
    "bucket",
    "s3::Bucket::named(\"my-app-uploads\")",
    s3::GetObjectAttributes
);

impl Bucket {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// Says which account the bucket is of, which its ARN does not: without it, a bucket counts as the own account's, also
    /// where it was made with [`from_arn`](Self::from_arn).
    ///
    /// # Errors
    ///
    /// The account is not twelve digits.
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
    pub fn in_account(self, account: impl Into<String>) -> Result<Self, ValueError> {
        let account = account.into();
        check::account_id(&account)?;
        Ok(Self::of(self.handle.with_owner(Owner::Foreign(account))))
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
        Objects::new(self, keys.into())
    }

    /// Lets everyone read the objects, without credentials: a public website.
    ///
    /// A new bucket blocks public access, whatever its policy says, until that is switched off. See AWS's page on
    /// [blocking public access](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html).
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
    /// site.grant_public_access()?;
    /// assert!(site.policy().to_json().contains(r#""Principal":"*""#));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_public_access(&self) -> Result<Grant, GrantError> {
        self.grant_get(anyone())
    }
}

impl Granting for Bucket {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            On::Objects => Scope::on(self.handle.sub_arn("/*")),
            _ => Scope::of(&self.handle, on),
        })
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

/// Amazon S3 knows canonical users besides the usual principals.
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-principal-intro.html>
#[inline]
pub(super) fn admit(request: &Request, party: &Party) -> Result<Party, GrantError> {
    match party.sort() {
        Sort::CanonicalUser => Ok(party.clone()),
        _ => party.as_usual_principal(request),
    }
}

object_grants! { Bucket with policy, "bucket", "s3::Bucket::named(\"my-app-uploads\")", "bucket `my-app-uploads`"; "of" "to"; {}}
