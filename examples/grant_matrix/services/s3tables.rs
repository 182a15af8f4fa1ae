//! Table buckets and tables.

use iam_dsl::{prelude::*, s3tables};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

const ON_KEY: &[&str] = &["$grantee", "kms:Decrypt"];

pub(crate) fn add(matrix: &mut Matrix) {
    let bucket = s3tables::TableBucket::new(&env(), "my-table-bucket");
    let encrypted = bucket.clone().encrypted_with(&key());
    methods! {
        matrix, "s3tables", "TableBucket", bucket.clone(), / encrypted.clone();
        grant_read = -,
        grant_write = -,
        grant_read_write = -,
        grant_create_tables = -,
        grant_delete_tables = -,
    }
    let single = method("s3tables", "TableBucket", "grant", None).variant(
        "actions",
        &[
            "$grantee",
            r#"["s3tables:GetTableBucketEncryption","s3tables:RenameTable"]"#,
        ],
    );
    let actions = actions![s3tables::GetTableBucketEncryption, s3tables::RenameTable];
    matrix.add(single, |grantee| bucket.grant(grantee, actions.clone()));
    let on_key = method("s3tables", "TableBucket", "grant_on_key", None).variant("actions", ON_KEY);
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
    tables(matrix);
}

fn tables(matrix: &mut Matrix) {
    let table = s3tables::Table::new(&env(), "my-table-bucket", "1234abcd");
    let encrypted = table.clone().encrypted_with(&key());
    methods! {
        matrix, "s3tables", "Table", table.clone(), / encrypted.clone();
        grant_read = -,
        grant_write = -,
        grant_read_write = -,
        grant_delete = -,
    }
    let single = method("s3tables", "Table", "grant", None)
        .variant("actions", &["$grantee", r#"["s3tables:RenameTable"]"#]);
    matrix.add(single, |grantee| {
        table.grant(grantee, actions![s3tables::RenameTable])
    });
    let on_key = method("s3tables", "Table", "grant_on_key", None).variant("actions", ON_KEY);
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
}
