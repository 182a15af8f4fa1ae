//! Vector buckets and their indexes.

use iam_dsl::{prelude::*, s3vectors};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let bucket = s3vectors::VectorBucket::new(&env(), "my-vector-bucket");
    let encrypted = bucket.clone().encrypted_with(&key());
    methods! {
        matrix, "s3vectors", "VectorBucket", bucket.clone(), / encrypted.clone();
        grant_query = -,
        grant_write = -,
        grant_delete = -,
        grant_read = -,
    }
    let index = bucket.index("my-index");
    methods! {
        matrix, "s3vectors", "Index", index.clone(), / encrypted.index("my-index");
        grant_query = -,
        grant_write = -,
        grant_delete = -,
        grant_read = -,
    }
    let single = |class| {
        method("s3vectors", class, "grant", None)
            .variant("actions", &["$grantee", r#"["s3vectors:CreateIndex"]"#])
    };
    matrix.add(single("VectorBucket"), |grantee| {
        bucket.grant(grantee, actions![s3vectors::CreateIndex])
    });
    matrix.add(single("Index"), |grantee| {
        index.grant(grantee, actions![s3vectors::CreateIndex])
    });
    let on_key = method("s3vectors", "VectorBucket", "grant_on_key", None)
        .variant("actions", &["$grantee", "kms:Decrypt"]);
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
}
