//! Reading and writing tables: what the catalog says of them, and the data itself.

use super::Table;
use crate::{
    Action, Grant, GrantError, Grantee, aws,
    grant::{Entry, Granting, Party, Request, entries},
};

entries! { entries;
    grant_read => "read" {
        Itself: [
            glue::BatchGetPartition,
            glue::GetPartition,
            glue::GetPartitions,
            glue::GetTable,
            glue::GetTables,
            glue::GetTableVersion,
            glue::GetTableVersions,
        ],
    }
    grant_write => "write and delete partitions of" {
        Itself: [
            glue::BatchCreatePartition,
            glue::BatchDeletePartition,
            glue::CreatePartition,
            glue::DeletePartition,
            glue::UpdatePartition,
        ],
    }
    grant_read_write => "read, and write and delete partitions of," {
        Itself: [
            glue::BatchCreatePartition,
            glue::BatchDeletePartition,
            glue::BatchGetPartition,
            glue::CreatePartition,
            glue::DeletePartition,
            glue::GetPartition,
            glue::GetPartitions,
            glue::GetTable,
            glue::GetTables,
            glue::GetTableVersion,
            glue::GetTableVersions,
            glue::UpdatePartition,
        ],
    }
}

entries! { objects;
    read => "read and list objects of" {
        Listing: [s3::ListBucket],
        Objects: [s3::GetObject];
        key: [Decrypt]
    }
    // To put the parts of an upload together, S3 decrypts what it has of them:
    // <https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions>
    write => "write objects to" {
        Objects: [s3::PutObject, s3::AbortMultipartUpload];
        key: [GenerateDataKey, Decrypt]
    }
    read_write => "read, list and write objects of" {
        Listing: [s3::ListBucket],
        Objects: [s3::GetObject, s3::PutObject, s3::AbortMultipartUpload];
        key: [Decrypt, GenerateDataKey]
    }
}

const DECRYPT: &[Action] = &[aws::kms::Decrypt];
const ENCRYPT: &[Action] = &[aws::kms::Encrypt, aws::kms::GenerateDataKey];
const BOTH: &[Action] = &[
    aws::kms::Decrypt,
    aws::kms::Encrypt,
    aws::kms::GenerateDataKey,
];

impl Table {
    /// Lets the grantee read the table: what the catalog says of it, and its data, where that was said to be somewhere.
    ///
    /// It allows, on the table, its database and its catalog, `glue:GetTable`, `glue:GetTables`, `glue:GetTableVersion`,
    /// `glue:GetTableVersions`, `glue:GetPartition`, `glue:GetPartitions` and `glue:BatchGetPartition`; `s3:GetObject` and
    /// `s3:ListBucket` on the data; and `kms:Decrypt` on the keys that encrypt it.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, prelude::*};
    ///
    /// let role = Role::new("analyst");
    /// let orders = glue::Catalog::of_deployment().table("sales", "orders");
    /// orders.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("glue:GetPartitions"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant_read;
        self.give(entry, &objects::read, DECRYPT, grantee.into_party())
    }

    /// Lets the grantee write the table's partitions, and objects where its data was said to be.
    ///
    /// Writing includes deleting partitions, but no objects: `s3::Objects::grant_delete` lets delete these. It allows, on the
    /// table, its database and its catalog, `glue:CreatePartition`, `glue:UpdatePartition`, `glue:DeletePartition`,
    /// `glue:BatchCreatePartition` and `glue:BatchDeletePartition`; `s3:PutObject` and `s3:AbortMultipartUpload` on the data;
    /// `kms:GenerateDataKey` and `kms:Decrypt` on the key of its bucket; and `kms:Encrypt` and `kms:GenerateDataKey` on the
    /// key of its clients.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, prelude::*};
    ///
    /// let role = Role::new("loader");
    /// let orders = glue::Catalog::of_deployment().table("sales", "orders");
    /// orders.grant_write(&role)?.without(actions![glue::DeletePartition, glue::BatchDeletePartition])?;
    /// assert!(!role.policy().to_json().contains("DeletePartition"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant_write;
        self.give(entry, &objects::write, ENCRYPT, grantee.into_party())
    }

    /// Lets the grantee read the table, and write and delete its partitions.
    ///
    /// It allows what [`grant_read`](Self::grant_read) and [`grant_write`](Self::grant_write) do.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{glue, prelude::*};
    ///
    /// let role = Role::new("compaction");
    /// let orders = glue::Catalog::of_deployment().table("sales", "orders");
    /// orders.grant_read_write(&role)?;
    /// assert!(role.policy().to_json().contains("glue:UpdatePartition"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read_write(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant_read_write;
        self.give(entry, &objects::read_write, BOTH, grantee.into_party())
    }

    #[inline]
    fn give(
        &self,
        entry: &'static Entry,
        of_data: &'static Entry,
        of_key: &[Action],
        party: Party,
    ) -> Result<Grant, GrantError> {
        let mut request = Request::of(self, entry, party)?;
        if let Some(data) = self.data() {
            request.plan(data, of_data)?;
        }
        if let Some(key) = self.client_side_key() {
            // The client itself uses it, through no service.
            request.plan_use_of(key, self.handle(), of_key, &[])?;
        }
        Ok(request.give())
    }
}
