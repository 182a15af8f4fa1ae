//! Secrets.

use iam_dsl::{prelude::*, secretsmanager::Secret};

use super::key;
use crate::{
    grantees::{env, expect},
    matrix::{Call, Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    const STAGED: Call = method(
        "secretsmanager",
        "Secret",
        "grant_read_of_stages",
        Some("aws-secretsmanager.Secret.grantRead"),
    )
    .variant("stages", &["$grantee", r#"["AWSCURRENT"]"#]);

    let arn = arn!("arn:aws:secretsmanager:us-east-1:123456789012:secret:my-secret-AbCdEf");
    let secret = expect(Secret::from_arn(arn));
    let encrypted = secret.clone().encrypted_with(&key());
    methods! {
        matrix, "secretsmanager", "Secret", secret.clone(), / encrypted.clone();
        grant_read = "aws-secretsmanager.Secret.grantRead",
        grant_write = "aws-secretsmanager.Secret.grantWrite",
    }
    matrix.add(STAGED, |grantee| {
        secret.grant_read_of_stages(grantee, ["AWSCURRENT"])
    });
    matrix.add(STAGED.encrypted(), |grantee| {
        encrypted.grant_read_of_stages(grantee, ["AWSCURRENT"])
    });

    let by_name = Secret::new(&env(), "my-secret");
    let row = |name, cdk| {
        method("secretsmanager", "Secret", name, Some(cdk)).variant("by_name", &["$grantee"])
    };
    matrix.add(
        row("grant_read", "aws-secretsmanager.Secret.grantRead"),
        |grantee| by_name.grant_read(grantee),
    );
    matrix.add(
        row("grant_write", "aws-secretsmanager.Secret.grantWrite"),
        |grantee| by_name.grant_write(grantee),
    );
    let staged = STAGED.variant("by_name_stages", &["$grantee", r#"["AWSCURRENT"]"#]);
    matrix.add(staged, |grantee| {
        by_name.grant_read_of_stages(grantee, ["AWSCURRENT"])
    });

    let single = method("secretsmanager", "Secret", "grant", None).variant(
        "actions",
        &["$grantee", "secretsmanager:ListSecretVersionIds"],
    );
    matrix.add(single, |grantee| {
        secret.grant(grantee, actions![secretsmanager::ListSecretVersionIds])
    });
    let on_key = method("secretsmanager", "Secret", "grant_on_key", None)
        .variant("actions", &["$grantee", "kms:Decrypt"]);
    matrix.add(on_key.encrypted(), |grantee| {
        encrypted.grant_on_key(grantee, actions![kms::Decrypt])
    });
}
