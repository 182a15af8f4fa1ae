//! Keys and aliases.

use iam_dsl::{kms, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let key = kms::Key::new(&env(), "res-key-id");
    methods! {
        matrix, "kms", "Key", key.clone();
        grant_admin = "aws-kms.Key.grantAdmin",
        grant_decrypt = "aws-kms.Key.grantDecrypt",
        grant_encrypt = "aws-kms.Key.grantEncrypt",
        grant_encrypt_decrypt = "aws-kms.Key.grantEncryptDecrypt",
        grant_generate_mac = "aws-kms.Key.grantGenerateMac",
        grant_sign = "aws-kms.Key.grantSign",
        grant_sign_verify = "aws-kms.Key.grantSignVerify",
        grant_verify = "aws-kms.Key.grantVerify",
        grant_verify_mac = "aws-kms.Key.grantVerifyMac",
    }
    let single = method("kms", "Key", "grant", Some("aws-kms.Key.grant"))
        .variant("actions", &["$grantee", "kms:Decrypt", "kms:DescribeKey"]);
    matrix.add(single, |grantee| {
        key.grant(grantee, actions![kms::Decrypt, kms::DescribeKey])
    });
    let one = single.variant("action", &["$grantee", "kms:Decrypt"]);
    matrix.add(one, |grantee| key.grant(grantee, actions![kms::Decrypt]));
    let alone = kms::Key::new(&env(), "res-key-id").without_account_delegation();
    let row =
        method("kms", "Key", "grant_decrypt", None).variant("without_delegation", &["$grantee"]);
    matrix.add(row, |grantee| alone.grant_decrypt(grantee));
    aliases(matrix);
}

fn aliases(matrix: &mut Matrix) {
    let key = kms::Key::new(&env(), "key-key-id");
    methods! {
        matrix, "kms", "Alias", kms::Alias::of(&key, "alias/my-alias");
        grant_decrypt = "aws-kms.Alias.grantDecrypt",
        grant_encrypt = "aws-kms.Alias.grantEncrypt",
        grant_encrypt_decrypt = "aws-kms.Alias.grantEncryptDecrypt",
        grant_generate_mac = "aws-kms.Alias.grantGenerateMac",
        grant_sign = "aws-kms.Alias.grantSign",
        grant_sign_verify = "aws-kms.Alias.grantSignVerify",
        grant_verify = "aws-kms.Alias.grantVerify",
        grant_verify_mac = "aws-kms.Alias.grantVerifyMac",
    }
    let alias = kms::Alias::of(&key, "alias/my-alias");
    let single = method("kms", "Alias", "grant", Some("aws-kms.Alias.grant"))
        .variant("actions", &["$grantee", "kms:Decrypt", "kms:DescribeKey"]);
    matrix.add(single, |grantee| {
        alias.grant(grantee, actions![kms::Decrypt, kms::DescribeKey])
    });

    let by_name = kms::Alias::new(&env(), "alias/my-alias");
    let row = |name, cdk| method("kms", "Alias", name, Some(cdk)).variant("by_name", &["$grantee"]);
    matrix.add(
        row("grant_decrypt", "aws-kms.Alias.grantDecrypt"),
        |grantee| by_name.grant_decrypt(grantee),
    );
    matrix.add(
        row("grant_encrypt", "aws-kms.Alias.grantEncrypt"),
        |grantee| by_name.grant_encrypt(grantee),
    );
    matrix.add(
        row("grant_sign_verify", "aws-kms.Alias.grantSignVerify"),
        |grantee| by_name.grant_sign_verify(grantee),
    );
    matrix.add(
        row("grant_verify", "aws-kms.Alias.grantVerify"),
        |grantee| by_name.grant_verify(grantee),
    );
}
