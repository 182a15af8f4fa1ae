//! Table buckets.

use iam_dsl_core::ActionPattern;

use crate::{
    grant::{Granting, On, acts_on_type, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "table bucket",
    kind: "AWS::S3Tables::TableBucket",
    arn: ArnForm::regional("s3tables", "bucket/"),
    policy: PolicySupport::ByArn,
    // AWS documents no service through which the key is used.
    key_via: None,
    forms: &[On::Itself, On::Under("/table/*")],
};

/// A bucket of tables: who may use all of them, and its own policy.
///
/// If tables are encrypted with a key, its policy has to admit the service that maintains them, or none can be created: see
/// AWS's page on [tables and keys](https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-permissions.html).
///
/// A table bucket is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3tables;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let lake = s3tables::TableBucket::new(&env, "lake");
/// let role = Role::new("analyst");
/// lake.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("arn:aws:s3tables:us-east-1:123456789012:bucket/lake/table/*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct TableBucket {
    handle: Handle,
}

handle_methods!(TableBucket, "table bucket");
named_methods!(
    TableBucket,
    "table bucket",
    "s3tables::TableBucket",
    "lake",
    "arn:aws:s3tables:us-east-1:123456789012:bucket/lake"
);
policy_methods!(TableBucket, "table bucket");
key_methods!(
    TableBucket,
    "table bucket",
    "s3tables::TableBucket::named(\"lake\")"
);
action_methods!(
    TableBucket,
    "table bucket",
    "s3tables::TableBucket::named(\"lake\")",
    s3tables::GetTableBucketEncryption
);

impl TableBucket {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for TableBucket {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        match (
            acts_on_type(action, "TableBucket"),
            acts_on_type(action, "Table"),
        ) {
            (true, false) => &[On::Itself],
            (false, true) => &[On::Under("/table/*")],
            _ => CLASS.forms,
        }
    }
}

// AWS asks whoever uses an encrypted table for both key actions; a query needs no more than `Decrypt`:
// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-permissions.html>
// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/metadata-tables-bucket-query-permissions.html>
grants! {
    TableBucket with policy, "table bucket", "s3tables::TableBucket::named(\"lake\")", "table bucket `lake`";

    grant_read => "find and read tables of" {
        Itself: [
            s3tables::GetTableBucket,
            s3tables::GetNamespace,
            s3tables::ListNamespaces,
            s3tables::ListTables,
        ],
        Under("/table/*"): [
            s3tables::GetTable,
            s3tables::GetTableData,
            s3tables::GetTableMetadataLocation,
        ];
        key: [Decrypt]
    }
    /// A writer of Apache Iceberg also reads metadata: give it `grant_read_write`.
    grant_write => "write tables of" {
        Under("/table/*"): [
            s3tables::GetTable,
            s3tables::GetTableMetadataLocation,
            s3tables::PutTableData,
            s3tables::UpdateTableMetadataLocation,
        ];
        key: [GenerateDataKey, Decrypt]
    }
    grant_read_write => "find, read and write tables of" {
        Itself: [
            s3tables::GetTableBucket,
            s3tables::GetNamespace,
            s3tables::ListNamespaces,
            s3tables::ListTables,
        ],
        Under("/table/*"): [
            s3tables::GetTable,
            s3tables::GetTableData,
            s3tables::GetTableMetadataLocation,
            s3tables::PutTableData,
            s3tables::UpdateTableMetadataLocation,
        ];
        key: [Decrypt, GenerateDataKey]
    }
    grant_create_tables => "create namespaces and tables of" {
        Itself: [s3tables::CreateNamespace, s3tables::CreateTable],
    }
    grant_delete_tables => "delete namespaces and tables of" {
        Itself: [s3tables::DeleteNamespace],
        Under("/table/*"): [s3tables::DeleteTable],
    }
}
