//! Tables of a Data Catalog.

use iam_dsl::{glue, kms, prelude::*, s3};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

const ACTIONS: &[&str] = &["$grantee", r#"["glue:GetTable"]"#];

pub(crate) fn add(matrix: &mut Matrix) {
    let table = glue::Catalog::new(&env()).table("my_db", "my_table");
    methods! {
        matrix, "glue", "Table", table.clone();
        grant_read = "aws-glue.ExternalTable.grantRead",
        grant_write = "aws-glue.ExternalTable.grantWrite",
        grant_read_write = "aws-glue.ExternalTable.grantReadWrite",
    }
    let single = method(
        "glue",
        "Table",
        "grant",
        Some("aws-glue.ExternalTable.grant"),
    )
    .variant("actions", ACTIONS);
    matrix.add(single, |grantee| {
        table.grant(grantee, actions![glue::GetTable])
    });
    let underlying = method(
        "glue",
        "Table",
        "grant_to_underlying_resources",
        Some("aws-glue.ExternalTable.grantToUnderlyingResources"),
    )
    .variant("actions", ACTIONS);
    matrix.add(underlying, |grantee| {
        table.grant_to_underlying_resources(grantee, actions![glue::GetTable])
    });

    let bucket = s3::Bucket::new(&env(), "data-bucket");
    let with_data = table.clone().with_data_at(&bucket.objects("prefix/*"));
    let of = |name, cdk| method("glue", "Table", name, Some(cdk)).variant("data", &["$grantee"]);
    let read = of("grant_read", "aws-glue.S3Table.grantRead");
    let write = of("grant_write", "aws-glue.S3Table.grantWrite");
    let both = of("grant_read_write", "aws-glue.S3Table.grantReadWrite");
    matrix.add(read, |grantee| with_data.grant_read(grantee));
    matrix.add(write, |grantee| with_data.grant_write(grantee));
    matrix.add(both, |grantee| with_data.grant_read_write(grantee));

    let objects = bucket.clone().encrypted_with(&key()).objects("prefix/*");
    let encrypted = table.clone().with_data_at(&objects);
    matrix.add(read.encrypted(), |grantee| encrypted.grant_read(grantee));
    matrix.add(write.encrypted(), |grantee| encrypted.grant_write(grantee));
    matrix.add(both.encrypted(), |grantee| {
        encrypted.grant_read_write(grantee)
    });

    let client_side = table
        .with_data_at(&bucket.objects("*"))
        .with_client_side_key(&kms::Key::new(&env(), "imported-key-id"));
    let of = |name, cdk| {
        method("glue", "Table", name, Some(cdk)).variant("client_side_key", &["$grantee"])
    };
    let read = of("grant_read", "aws-glue.S3Table.grantRead");
    matrix.add(read, |grantee| client_side.grant_read(grantee));
    let write = of("grant_write", "aws-glue.S3Table.grantWrite");
    matrix.add(write, |grantee| client_side.grant_write(grantee));
    let both = of("grant_read_write", "aws-glue.S3Table.grantReadWrite");
    matrix.add(both, |grantee| client_side.grant_read_write(grantee));
}
