//! Buckets, objects and access points.

use iam_dsl::{kms::Key, prelude::*, s3};

use super::key;
use crate::{
    grantees::env,
    matrix::{Call, Matrix, method, methods},
};

const PREFIX: &[&str] = &["$grantee", "prefix/*"];

pub(crate) fn add(matrix: &mut Matrix) {
    let bucket = s3::Bucket::new(&env(), "my-bucket");
    let encrypted = bucket.clone().encrypted_with(&key());
    methods! {
        matrix, "s3", "Bucket", bucket.clone(), / encrypted.clone();
        grant_read = "aws-s3.Bucket.grantRead",
        grant_get = -,
        grant_list = -,
        grant_write = "aws-s3.Bucket.grantWrite",
        grant_put = "aws-s3.Bucket.grantPut",
        grant_read_write = "aws-s3.Bucket.grantReadWrite",
        grant_delete = "aws-s3.Bucket.grantDelete",
        grant_delete_versions = -,
        grant_put_acl = "aws-s3.Bucket.grantPutAcl",
        grant_read_versions = -,
        grant_read_tags = -,
        grant_write_tags = -,
        grant_multipart_upload = -,
    }
    let schema = s3::Bucket::new(&env(), "schema-bucket").objects("k.json");
    let object = method(
        "s3",
        "Bucket",
        "grant_get",
        Some("aws-bedrockagentcore.S3ApiSchema.grantPermissionsToRole"),
    )
    .variant("object", &["$grantee"]);
    matrix.add(object, |grantee| schema.grant_get(grantee));
    under_a_prefix(matrix, &bucket);
    under_a_prefix(matrix, &encrypted);
    single_actions(matrix, &bucket, &encrypted);
    public_access(matrix, &bucket);
    replication(matrix, &bucket, &encrypted);
    let point = s3::AccessPoint::new(&env(), "my-access-point");
    methods! {
        matrix, "s3", "AccessPoint", point.clone(), / point.clone().encrypted_with(&key());
        grant_read = -,
        grant_get = -,
        grant_list = -,
        grant_write = -,
        grant_put = -,
        grant_read_write = -,
        grant_delete = -,
        grant_delete_versions = -,
        grant_put_acl = -,
        grant_read_versions = -,
        grant_read_tags = -,
        grant_write_tags = -,
        grant_multipart_upload = -,
    }
}

/// The grants of some objects, which are methods of what `bucket.objects(..)` gives.
fn under_a_prefix(matrix: &mut Matrix, bucket: &s3::Bucket) {
    let of = |name, cdk| {
        let row = method("s3", "Bucket", name, cdk).variant("prefix", PREFIX);
        let is_encrypted = bucket
            .grant_on_key(Role::new("any").with_env(&env()), actions![kms::Decrypt])
            .is_ok();
        if is_encrypted { row.encrypted() } else { row }
    };
    let some = bucket.objects("prefix/*");
    matrix.add(
        of("grant_read", Some("aws-s3.Bucket.grantRead")),
        |grantee| some.grant_read(grantee),
    );
    matrix.add(of("grant_get", None), |grantee| some.grant_get(grantee));
    matrix.add(of("grant_list", None), |grantee| some.grant_list(grantee));
    matrix.add(
        of("grant_write", Some("aws-s3.Bucket.grantWrite")),
        |grantee| some.grant_write(grantee),
    );
    matrix.add(of("grant_put", Some("aws-s3.Bucket.grantPut")), |grantee| {
        some.grant_put(grantee)
    });
    matrix.add(
        of("grant_read_write", Some("aws-s3.Bucket.grantReadWrite")),
        |grantee| some.grant_read_write(grantee),
    );
    matrix.add(
        of("grant_delete", Some("aws-s3.Bucket.grantDelete")),
        |grantee| some.grant_delete(grantee),
    );
    matrix.add(
        of("grant_put_acl", Some("aws-s3.Bucket.grantPutAcl")),
        |grantee| some.grant_put_acl(grantee),
    );
    matrix.add(of("grant_delete_versions", None), |grantee| {
        some.grant_delete_versions(grantee)
    });
    matrix.add(of("grant_read_versions", None), |grantee| {
        some.grant_read_versions(grantee)
    });
    matrix.add(of("grant_read_tags", None), |grantee| {
        some.grant_read_tags(grantee)
    });
    matrix.add(of("grant_write_tags", None), |grantee| {
        some.grant_write_tags(grantee)
    });
    matrix.add(of("grant_multipart_upload", None), |grantee| {
        some.grant_multipart_upload(grantee)
    });
}

fn single_actions(matrix: &mut Matrix, bucket: &s3::Bucket, encrypted: &s3::Bucket) {
    const ON_KEY: Call = method(
        "s3",
        "Bucket",
        "grant_on_key",
        Some("aws-s3.Bucket.grantOnKey"),
    )
    .variant("actions", &["$grantee", "kms:Decrypt", "kms:DescribeKey"]);
    const PUT_ONLY: Call = method(
        "s3",
        "Bucket",
        "grant_write",
        Some("aws-s3.Bucket.grantWrite"),
    )
    .variant("allowed_actions", &["$grantee", "*", r#"["s3:PutObject"]"#]);
    const BOTH: Call = method(
        "s3",
        "Bucket",
        "grant",
        Some("aws-s3.BucketGrants.actionsOnBucketAndObjectKeys"),
    )
    .variant(
        "actions",
        &[
            "$grantee",
            "prefix/*",
            "s3:GetObject",
            "s3:ListBucket",
            "kms:Decrypt",
        ],
    );
    const OBJECTS: Call = method(
        "s3",
        "Bucket",
        "grant",
        Some("aws-s3.BucketGrants.actionsOnObjectKeys"),
    )
    .variant(
        "actions_on_objects",
        &["$grantee", "prefix/*", "s3:GetObject"],
    );

    let keys = actions![kms::Decrypt, kms::DescribeKey];
    matrix.add(ON_KEY, |grantee| bucket.grant_on_key(grantee, keys.clone()));
    matrix.add(ON_KEY.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, keys.clone())
    });
    let off = actions![s3::AbortMultipartUpload];
    matrix.add(PUT_ONLY, |grantee| {
        bucket.grant_write(grantee)?.without(off.clone())
    });
    matrix.add(PUT_ONLY.encrypted(), |grantee| {
        encrypted.grant_write(grantee)?.without(off.clone())
    });
    // Without a key there is nothing for `kms:Decrypt` to be on.
    matrix.add(BOTH, |grantee| {
        bucket
            .objects("prefix/*")
            .grant(grantee, actions![s3::GetObject, s3::ListBucket])
    });
    matrix.add(BOTH.encrypted(), |grantee| {
        encrypted.objects("prefix/*").grant(
            grantee,
            actions![s3::GetObject, s3::ListBucket, kms::Decrypt],
        )
    });
    matrix.add(OBJECTS, |grantee| {
        bucket
            .objects("prefix/*")
            .grant(grantee, actions![s3::GetObject])
    });
    matrix.add(OBJECTS.encrypted(), |grantee| {
        encrypted
            .objects("prefix/*")
            .grant(grantee, actions![s3::GetObject])
    });
}

fn public_access(matrix: &mut Matrix, bucket: &s3::Bucket) {
    const ALL: Call = method(
        "s3",
        "Bucket",
        "grant_public_access",
        Some("aws-s3.Bucket.grantPublicAccess"),
    );
    matrix.add_for(
        ALL.variant("plain", &[]),
        "anyone",
        bucket.grant_public_access(),
    );
    matrix.add_for(
        ALL.variant("prefix", &["public/*"]),
        "anyone",
        bucket.objects("public/*").grant_public_access(),
    );
    matrix.add_for(
        ALL.variant("actions", &["*", "s3:GetObject", "s3:GetObjectVersion"]),
        "anyone",
        bucket
            .objects("*")
            .grant(anyone(), actions![s3::GetObject, s3::GetObjectVersion]),
    );
}

fn replication(matrix: &mut Matrix, bucket: &s3::Bucket, encrypted: &s3::Bucket) {
    const PLAIN: Call = method(
        "s3",
        "Bucket",
        "grant_replication_permission",
        Some("aws-s3.Bucket.grantReplicationPermission"),
    )
    .variant(
        "plain",
        &[
            "$grantee",
            r#"{"destinations":[{"bucket":"arn:aws:s3:::dest-bucket"}]}"#,
        ],
    );
    const KEYS: Call = PLAIN.variant(
        "keys",
        &[
            "$grantee",
            r#"{"sourceDecryptionKey":"arn:aws:kms:us-east-1:123456789012:key/imported-key-id","destinations":[{"bucket":"arn:aws:s3:::dest-bucket","encryptionKey":"arn:aws:kms:us-east-1:123456789012:key/dest-key-id"}]}"#,
        ],
    );
    let copies = s3::Bucket::new(&env(), "dest-bucket");
    matrix.add(PLAIN, |grantee| {
        bucket.grant_replication_permission(grantee, &[&copies])
    });
    matrix.add(PLAIN.encrypted(), |grantee| {
        encrypted.grant_replication_permission(grantee, &[&copies])
    });
    let source = bucket
        .clone()
        .encrypted_with(&Key::new(&env(), "imported-key-id"));
    let copies = copies
        .clone()
        .encrypted_with(&Key::new(&env(), "dest-key-id"));
    matrix.add(KEYS.encrypted(), |grantee| {
        source.grant_replication_permission(grantee, &[&copies])
    });
}
