//! Whom identity providers vouch for is granted nothing but through a role.

use std::collections::BTreeSet;

use iam_dsl::{
    GrantError, aws, kms,
    prelude::*,
    principal::{IntoTrust, Trust},
    s3,
    trust::{CognitoIdentityPool, GitHubActions, SamlProvider},
};

use crate::{cdk_grantees, services};

fn branch() -> Trust {
    let repository = GitHubActions::repository("my-org/my-repo").unwrap();
    repository.branch("main").unwrap().into_trust()
}

fn presets() -> [Trust; 3] {
    let saml = arn!("arn:aws:iam::123456789012:saml-provider/staff");
    let pool = CognitoIdentityPool::new("us-east-1:12345678-1234-1234-1234-123456789012").unwrap();
    [
        branch(),
        SamlProvider::new(saml).unwrap().into_trust(),
        pool.authenticated().into_trust(),
    ]
}

const SHAPES: [&str; 4] = [
    "federatedPrincipal",
    "oidcPrincipal",
    "samlPrincipal",
    "webIdentityPrincipal",
];

#[test]
fn no_grant_is_given_to_them() {
    let mut shapes = BTreeSet::new();
    for row in services::rows(cdk_grantees::all) {
        if SHAPES.contains(&row.shape) {
            shapes.insert(row.shape);
            let (class, method) = (row.call.class, row.call.method);
            assert!(row.given.is_err(), "{class}.{method} to {}", row.shape);
        }
    }
    assert_eq!(shapes, BTreeSet::from(SHAPES));
}

#[test]
fn the_error_says_to_grant_to_a_role() {
    for identity in presets() {
        let bucket = s3::Bucket::named("reports");
        let error = bucket.grant_read(&identity).unwrap_err();
        assert!(matches!(error, GrantError::UnsupportedGrantee { .. }));
        assert!(error.help().contains("`.trusted_by(..)`"), "{error}");
        assert!(bucket.policy().is_empty());

        let role = Role::new("reader").trusted_by(identity);
        bucket.grant_read(&role).unwrap();
        assert!(!role.policy().is_empty());
    }
}

#[test]
fn keys_name_no_provider_either() {
    let key = kms::Key::named("1234abcd");
    let before = key.policy();
    let bucket = s3::Bucket::named("reports").encrypted_with(&key);
    let refused = [
        key.grant_decrypt(branch()),
        bucket.grant_get(branch()),
        bucket.grant_on_key(branch(), actions![kms::Decrypt]),
        bucket.grant(branch(), aws::kms::Decrypt),
    ];
    for given in refused {
        let error = given.unwrap_err();
        assert!(matches!(error, GrantError::UnsupportedGrantee { .. }));
    }
    assert_eq!(key.policy().to_json(), before.to_json());
    assert!(bucket.policy().is_empty());
}
