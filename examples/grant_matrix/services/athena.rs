//! Workgroups.

use iam_dsl::{athena, prelude::*, s3};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let plain = athena::Workgroup::new(&env(), "my-workgroup");
    methods! {
        matrix, "athena", "Workgroup", plain.clone();
        grant_query = -,
    }
    let row = method("athena", "Workgroup", "grant", None)
        .variant("actions", &["$grantee", "athena:GetWorkGroup"]);
    matrix.add(row, |grantee| {
        plain.grant(grantee, actions![athena::GetWorkGroup])
    });
    let bucket = s3::Bucket::new(&env(), "my-bucket");
    let results = plain.clone().with_results_in(bucket.objects("results/*"));
    let row = method("athena", "Workgroup", "grant_query", None).variant("results", &["$grantee"]);
    matrix.add(row, |grantee| results.grant_query(grantee));
    let encrypted = plain.with_results_in(bucket.encrypted_with(&key()).objects("results/*"));
    matrix.add(row.encrypted(), |grantee| encrypted.grant_query(grantee));
}
