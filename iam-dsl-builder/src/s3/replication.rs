//! Replication from one bucket to others.

use super::Bucket;
use crate::{
    Grant, GrantError, Grantee,
    grant::{Request, entries},
};

entries! { entries;
    grant_replication_permission => "replicate objects of" {
        Itself: [s3::GetReplicationConfiguration, s3::ListBucket],
        Objects: [
            s3::GetObjectVersionForReplication,
            s3::GetObjectVersionAcl,
            s3::GetObjectVersionTagging,
        ];
        key: [Decrypt]
    }
    // Where the copies are of another account, its bucket makes that account their owner.
    destination => "replicate objects to" {
        Objects: [
            s3::ReplicateObject,
            s3::ReplicateDelete,
            s3::ReplicateTags,
            s3::ObjectOwnerOverrideToBucketOwner,
        ];
        key: [Encrypt, GenerateDataKey]
    }
}

impl Bucket {
    /// Lets the role with which Amazon S3 replicates read this bucket and write to the destinations.
    ///
    /// It reads the versions, access control lists and tags of objects here, decrypts them, and replicates objects, their
    /// tags and deletions there, encrypting them with the keys of the destinations. The policy of a destination in another
    /// account admits the role. See AWS's page on
    /// [permissions for replication](https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html).
    ///
    /// # Errors
    ///
    /// There is no destination, or the grantee is none of this account. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::s3;
    ///
    /// let (reports, copies) = (s3::Bucket::named("reports"), s3::Bucket::named("reports-copies"));
    /// let role = Role::new("replication").trusted_by(service_principal!("s3.amazonaws.com"));
    /// reports.grant_replication_permission(&role, &[&copies])?;
    /// assert!(role.policy().to_json().contains("arn:aws:s3:::reports-copies/*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_replication_permission(
        &self,
        grantee: impl Grantee,
        destinations: &[&Self],
    ) -> Result<Grant, GrantError> {
        let entry = &entries::grant_replication_permission;
        let mut request = Request::of(self, entry, grantee.into_party())?;
        if destinations.is_empty() {
            return Err(request.bad_value(
                "there is no bucket to replicate to".to_owned(),
                "name the buckets that take the copies",
            ));
        }
        for destination in destinations {
            request.plan(*destination, &entries::destination)?;
        }
        Ok(request.give())
    }
}
