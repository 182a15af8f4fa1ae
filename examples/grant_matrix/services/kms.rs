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
}
