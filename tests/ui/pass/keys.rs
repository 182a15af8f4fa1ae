//! The twins of `fail/key*.rs`, `fail/cidr*.rs` and `fail/date*.rs`: each key with the comparisons of its type.

use iam_dsl::prelude::*;

fn main() {
    let statement = allow(actions![s3::ListBucket])
        .on(any())
        .when(key!("aws:SourceIp").within(cidr!("10.0.0.0/8")))
        .when(key!("aws:PrincipalOrgID").equals("o-a1b2c3d4e5"))
        .when(key!("aws:SecureTransport").is(true))
        .when(key!("aws:CurrentTime").before(date!("2026-12-31")))
        .when(key!("s3:max-keys").less_than(10))
        .when(key!("aws:TagKeys").for_any_value().equals("team"))
        .when(key!("s3:x-amz-server-side-encryption").equals("aws:kms"))
        .when(key!("aws:principalorgid").like("o-*"))
        .when(key!(unchecked "acme:Thing" as String).equals("x"));
    let json = IdentityPolicy::new().with(statement).to_json();
    for part in [
        r#""IpAddress":{"aws:SourceIp":"10.0.0.0/8"}"#,
        r#""StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5","s3:x-amz-server-side-encryption":"aws:kms","acme:Thing":"x"}"#,
        r#""Bool":{"aws:SecureTransport":"true"}"#,
        r#""DateLessThan":{"aws:CurrentTime":"2026-12-31"}"#,
        r#""NumericLessThan":{"s3:max-keys":"10"}"#,
        r#""ForAnyValue:StringEquals":{"aws:TagKeys":"team"}"#,
        r#""StringLike":{"aws:PrincipalOrgID":"o-*"}"#,
    ] {
        assert!(json.contains(part), "{part} is not in {json}");
    }
}
