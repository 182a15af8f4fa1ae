//! A policy of each kind, as it is written.

use iam_dsl::prelude::*;
use iam_dsl::principal::{CanonicalUser, FederatedPrincipal};
use iam_dsl::s3;

#[test]
fn identity() {
    let bucket = s3::Bucket::named("reports");
    let policy = IdentityPolicy::new()
        .with_id("Reports")
        .with(
            allow(actions![s3::GetObject, s3:List*, unchecked "s3:BrandNew"])
                .on([bucket.objects("2026/*"), bucket.objects("2025/*")])
                .on(bucket.arn())
                .sid("Read"),
        )
        .with(deny(not_actions![s3:*]).on_all_except(arn!("arn:aws:s3:::reports")))
        .with(allow(aws::s3::ListAllMyBuckets).on(any()));
    insta::assert_snapshot!(policy.to_json_pretty());
}

#[test]
fn resource() {
    let role = Role::from_arn(arn!("arn:aws:iam::999999999999:role/reader")).unwrap();
    let policy = ResourcePolicy::new()
        .with(
            allow(actions![s3::GetObject])
                .to((
                    &role,
                    service_principal!("cloudfront.amazonaws.com"),
                    AccountPrincipal::new("987654321098").unwrap(),
                ))
                .to(CanonicalUser::new(
                    "79a59df900b949e55d96a1e698fbacedfd6e09d9",
                ))
                .on(arn!("arn:aws:s3:::reports/*")),
        )
        .with(
            deny(actions![s3:*])
                .to(anyone())
                .on(arn!("arn:aws:s3:::reports/*"))
                .when(key!("aws:SecureTransport").is(false)),
        )
        .with(
            deny(actions![s3::DeleteObject])
                .to_all_except(&role)
                .on(arn!("arn:aws:s3:::reports/*")),
        )
        .with(allow(actions![ecr::BatchGetImage]).to(&role).on_itself());
    insta::assert_snapshot!(policy.to_json_pretty());
}

#[test]
fn trust() {
    let staff = FederatedPrincipal::new(arn!("arn:aws:iam::123456789012:saml-provider/staff"));
    let policy = TrustPolicy::new()
        .with(
            allow(actions![sts::AssumeRoleWithSAML])
                .to(staff)
                .when(key!("SAML:aud").equals("https://signin.aws.amazon.com/saml")),
        )
        .with(allow(actions![sts::AssumeRole, sts::TagSession]).to([
            service_principal!("pods.eks.amazonaws.com"),
            service_principal!("ec2.amazonaws.com"),
        ]));
    insta::assert_snapshot!(policy.to_json_pretty());
}

#[test]
fn organization() {
    let scp = ServiceControlPolicy::new()
        .with(deny(actions![organizations::LeaveOrganization]).on(any()));
    let rcp = ResourceControlPolicy::new().with(
        deny(actions![s3:*])
            .to(anyone())
            .on(any())
            .when(
                key!("aws:PrincipalOrgID")
                    .not_equals("o-a1b2c3d4e5")
                    .if_exists(),
            )
            .when(key!("aws:PrincipalIsAWSService").is(false).if_exists()),
    );
    insta::assert_snapshot!(format!(
        "{}\n{}",
        scp.to_json_pretty(),
        rcp.to_json_pretty()
    ));
}

#[test]
fn session_and_endpoint() {
    let session = SessionPolicy::new().with(allow(actions![s3::GetObject]).on(any()));
    let endpoint = VpcEndpointPolicy::new().with(
        allow(actions![s3::GetObject])
            .to(anyone())
            .on(arn!("arn:aws:s3:::reports/*")),
    );
    insta::assert_snapshot!(format!("{session}\n{endpoint}"));
}

#[test]
fn serde_and_display_are_the_document() {
    let policy = IdentityPolicy::new().with(allow(actions![s3::GetObject]).on(any()));
    assert_eq!(policy.to_string(), policy.to_json());
    assert_eq!(serde_json::to_string(&policy).unwrap(), policy.to_json());
    let value = serde_json::to_value(&policy).unwrap();
    assert_eq!(value["Statement"][0]["Action"], "s3:GetObject");
    assert_eq!(
        IdentityPolicy::from_document(policy.to_json().parse().unwrap()),
        policy
    );
}

#[test]
fn minimized_joins_what_differs_in_one_part() {
    let bucket = s3::Bucket::named("reports");
    let policy = IdentityPolicy::new()
        .with(allow(actions![s3::GetObject]).on(bucket.objects("*")))
        .with(allow(actions![s3::PutObject]).on(bucket.objects("*")));
    insta::assert_snapshot!(policy.minimized().to_json());
}

#[test]
fn empty_lists_stay_for_the_checks_to_find() {
    let nothing: Vec<iam_dsl::Arn> = Vec::new();
    let policy = IdentityPolicy::new().with(allow(actions![s3::GetObject]).on(nothing));
    assert!(policy.to_json().contains(r#""Resource":[]"#));
    assert_ne!(policy.findings(), []);
}
