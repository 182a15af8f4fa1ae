//! Tables.

use iam_dsl_core::Arn;

use crate::{
    Env, ValueError,
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        not_the_arn, policy_methods,
    },
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "table",
    kind: "AWS::S3Tables::Table",
    arn: ArnForm::regional("s3tables", "bucket/").without(&[':']),
    policy: PolicySupport::ByArn,
    // AWS documents no service through which the key is used.
    key_via: None,
    forms: &[On::Itself],
};

/// A table, by its bucket and the id that S3 gave it: who may read and write it, and its own policy.
///
/// A table is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3tables;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = s3tables::Table::new(&env, "lake", "1234abcd-12ab-34cd-56ef-1234567890ab");
/// let role = Role::new("loader");
/// orders.grant_read_write(&role)?;
/// assert!(role.policy().to_json().contains("bucket/lake/table/1234abcd-12ab-34cd-56ef-1234567890ab"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    handle: Handle,
}

handle_methods!(Table, "table");
policy_methods!(Table, "table");
key_methods!(
    Table,
    "table",
    "s3tables::Table::named(\"lake\", \"1234abcd\")"
);
action_methods!(
    Table,
    "table",
    "s3tables::Table::named(\"lake\", \"1234abcd\")",
    s3tables::RenameTable
);

impl Table {
    /// The table of this id in a table bucket, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, bucket: &str, id: &str) -> Self {
        Self::of_owner(Owner::Known(env.clone()), bucket, id)
    }

    /// The table of this id in a table bucket, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(bucket: &str, id: &str) -> Self {
        Self::of_owner(Owner::Deploying, bucket, id)
    }

    /// The table that has this ARN: one that exists already, such as another account's.
    ///
    /// # Errors
    ///
    /// The ARN is not that of one table.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{prelude::*, s3tables};
    ///
    /// let arn = arn!("arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/1234abcd");
    /// let orders = s3tables::Table::from_arn(arn)?;
    /// assert_eq!(orders.name(), "1234abcd");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        match handle.name().split_once("/table/") {
            Some((bucket, id)) if !bucket.contains('/') && !id.is_empty() && !id.contains('/') => {
                let id = id.to_owned();
                let handle = handle.with_name(id);
                Ok(Self { handle })
            }
            _ => Err(not_the_arn(&handle.arn(), CLASS.noun)),
        }
    }

    #[inline]
    fn of_owner(owner: Owner, bucket: &str, id: &str) -> Self {
        let handle = Handle::named(&CLASS, owner, format!("{bucket}/table/{id}"));
        let handle = handle.with_last_name(id.to_owned());
        Self { handle }
    }
}

impl Granting for Table {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

// AWS asks whoever uses an encrypted table for both key actions; a query needs no more than `Decrypt`:
// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-permissions.html>
// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/metadata-tables-bucket-query-permissions.html>
grants! {
    Table with policy, "table", "s3tables::Table::named(\"lake\", \"1234abcd\")", "table `1234abcd`";

    grant_read => "read" {
        Itself: [
            s3tables::GetTable,
            s3tables::GetTableData,
            s3tables::GetTableMetadataLocation,
        ];
        key: [Decrypt]
    }
    /// A writer of Apache Iceberg also reads metadata: give it `grant_read_write`.
    grant_write => "write" {
        Itself: [
            s3tables::GetTable,
            s3tables::GetTableMetadataLocation,
            s3tables::PutTableData,
            s3tables::UpdateTableMetadataLocation,
        ];
        key: [GenerateDataKey, Decrypt]
    }
    grant_read_write => "read and write" {
        Itself: [
            s3tables::GetTable,
            s3tables::GetTableData,
            s3tables::GetTableMetadataLocation,
            s3tables::PutTableData,
            s3tables::UpdateTableMetadataLocation,
        ];
        key: [Decrypt, GenerateDataKey]
    }
    grant_delete => "delete" {
        Itself: [s3tables::DeleteTable],
    }
}
