//! What is granted on keys, and on the keys of what is encrypted.

use iam_dsl::{kms, prelude::*};

/// The policy of a role that was granted something.
fn policy_of(give: impl FnOnce(&Role) -> Result<iam_dsl::Grant, iam_dsl::GrantError>) -> String {
    let role = Role::new("app");
    give(&role).unwrap();
    role.policy().to_json()
}

#[test]
fn who_encrypts_cannot_read() {
    let key = kms::Key::named("1234abcd");
    let alias = kms::Alias::named("alias/reports");
    for policy in [
        policy_of(|role| key.grant_encrypt(role)),
        policy_of(|role| alias.grant_encrypt(role)),
    ] {
        assert!(policy.contains("kms:ReEncryptTo"), "{policy}");
        assert!(!policy.contains("kms:ReEncryptFrom"), "{policy}");
        assert!(!policy.contains("kms:Decrypt"), "{policy}");
    }
    assert!(policy_of(|role| key.grant_encrypt_decrypt(role)).contains("kms:ReEncryptFrom"));
}
