//! What is granted on keys, and on the keys of what is encrypted.

use iam_dsl::{kms, prelude::*, secretsmanager::Secret};

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

/// "You must also have kms:GenerateDataKey, kms:Encrypt, and kms:Decrypt permissions on the key", says
/// <https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html>.
#[test]
fn who_writes_a_secret_uses_its_key_as_the_service_asks() {
    let password = Secret::named("database").encrypted_with(&kms::Key::named("1234abcd"));
    let policy = policy_of(|role| password.grant_write(role));
    for action in ["GenerateDataKey", "Encrypt", "Decrypt"] {
        assert!(policy.contains(&format!("\"kms:{action}\"")), "{action}");
    }
    assert!(policy.contains("kms:ViaService"));
    assert!(!policy.contains("secretsmanager:GetSecretValue"));
}

/// The three act on the alias and on the key.
/// <https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html>
#[test]
fn who_administers_a_key_changes_its_aliases() {
    let key = kms::Key::named("1234abcd");
    let admin = Role::new("admin");
    let grant = key.grant_admin(&admin).unwrap();
    for action in ["CreateAlias", "DeleteAlias", "UpdateAlias"] {
        for resource in ["key/1234abcd", "alias/*"] {
            let has = grant.identity_statements().iter().any(|statement| {
                let statement = serde_json::to_string(statement).unwrap();
                statement.contains(action) && statement.contains(resource)
            });
            assert!(has, "{action} on {resource}");
        }
    }

    let partner = AccountPrincipal::new("999999999999").unwrap();
    let grant = key.grant_admin(partner).unwrap();
    assert_eq!(grant.resource_statements().len(), 1);
    assert!(!key.policy().to_json().contains("alias/"));
}
