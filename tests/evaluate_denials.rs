//! Denials that prove nothing, which an assertion does not take.

use iam_dsl::prelude::*;
use iam_dsl::s3;

/// What a failing assertion says.
fn failure(assertion: impl FnOnce()) -> String {
    let assertion = std::panic::AssertUnwindSafe(assertion);
    let payload = std::panic::catch_unwind(assertion).unwrap_err();
    payload.downcast_ref::<String>().unwrap().clone()
}

#[test]
fn a_denial_of_what_nobody_can_ask_is_no_assertion() {
    let role = Role::new("app");
    let bucket = s3::Bucket::named("my-app-uploads");
    let read = role.can(aws::s3::GetObject).on(bucket.objects("a.txt"));
    let list = role.can(aws::s3::ListAllMyBuckets);
    for (question, problem) in [
        (
            role.can(aws::s3::GetObject).on(bucket.objects("*")),
            "`arn:aws:s3:::my-app-uploads/*` is a pattern, and a request is on one resource",
        ),
        (
            role.can(aws::s3::GetObject).on(&bucket),
            "`s3:GetObject` does not act on `arn:aws:s3:::my-app-uploads`",
        ),
        (
            role.can(aws::s3::GetObject),
            "`s3:GetObject` acts on a resource, and none is given",
        ),
        (
            read.clone().owned_by("12345"),
            "`12345` is not an account id",
        ),
        (
            list.clone().with("aws:SecureTransprot", false),
            "did you mean `aws:SecureTransport`?",
        ),
        (
            list.clone().with("aws:SecureTransport", "no"),
            "`no` is not a boolean",
        ),
        (
            list.clone().with("aws:SourceIp", "203.0.113.0/24"),
            "`203.0.113.0/24` is a range, and a request comes from one address",
        ),
        (
            list.clone().with("aws:SourceArn", "my-bucket"),
            "`my-bucket` is not an ARN, and `aws:SourceArn` holds one",
        ),
        (
            role.can(aws::sqs::SendMessage)
                .on(arn!("arn:aws:sqs:eu-west-1:999999999999:jobs"))
                .owned_by("123456789012"),
            "is of account 999999999999, not of 123456789012",
        ),
        (
            list.with("aws:PrincipalTag/team", ["a", "b"]),
            "a request has one value of `aws:PrincipalTag/team`, not a list",
        ),
        (read.with("s3:prefix", "a/"), "`s3:prefix`"),
    ] {
        let mistake = question.mistake().unwrap();
        assert!(mistake.contains(problem), "{mistake}");
        assert!(mistake.contains("\nhelp: "), "{mistake}");
        let refused = format!("not an assertion about a request: {mistake}");
        assert_eq!(failure(|| assert_denies!(&question)), refused);
        assert_eq!(failure(|| assert_allows!(question)), refused);
    }
}

#[test]
fn a_denial_that_an_unknown_policy_could_turn_is_none() {
    let role = Role::new("app").with_managed_policy(managed_policy!("ReadOnlyAccess"));
    let list = role.can(aws::s3::ListAllMyBuckets);
    let failure = failure(|| assert_denies!(&list));
    assert!(failure.contains("ReadOnlyAccess"), "{failure}");

    let nothing = IdentityPolicy::new();
    assert_denies!(list.clone().with_policy(nothing));
    let boundary = BoundaryPolicy::new().with(allow(actions![sqs:*]).on(any()));
    assert_denies!(list.with_boundary(boundary));
    role.add(deny(actions![s3:*]).on(any()));
    assert_denies!(role, s3::ListAllMyBuckets);
}

/// The text of one of two policies does not say what the other allows.
#[test]
fn each_unknown_policy_wants_its_text() {
    let role = Role::new("app")
        .with_managed_policy(managed_policy!("ReadOnlyAccess"))
        .with_managed_policy(managed_policy!("AmazonS3FullAccess"));
    let list = role.can(aws::s3::ListAllMyBuckets);
    let nothing = IdentityPolicy::new;
    let failure = failure(|| assert_denies!(list.clone().with_policy(nothing())));
    assert!(failure.contains("AmazonS3FullAccess"), "{failure}");
    assert_denies!(list.with_policy(nothing()).with_policy(nothing()));
}

/// A role always has a trust policy, and a key a key policy.
#[test]
fn a_denial_by_a_policy_that_is_not_known_is_none() {
    let env = Env::new("123456789012", "eu-west-1").unwrap();
    let role = Role::new("app").with_env(&env);
    role.add(allow(actions![sts:AssumeRole, kms:Decrypt]).on(any()));
    let deploy = arn!("arn:aws:iam::123456789012:role/deploy");
    let key = arn!("arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    let assume = role.can(aws::sts::AssumeRole).on(&deploy);
    for question in [assume.clone(), role.can(aws::kms::Decrypt).on(key)] {
        let failure = failure(|| assert_denies!(question));
        assert!(failure.contains("is not known here"), "{failure}");
    }
    let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner")).unwrap();
    let failure = failure(|| assert_denies!(role.can(aws::sts::AssumeRole).on(&partner)));
    assert!(failure.contains("trust policy"), "{failure}");

    assert_denies!(assume.clone().with_trust_policy(TrustPolicy::new()));
    let trust = TrustPolicy::new().with(allow(actions![sts::AssumeRole]).to(&role));
    assert_allows!(assume.with_trust_policy(trust));
    assert_denies!(role, sts::AssumeRole, on = Role::new("trusted-by-nobody"));
}
