//! What a failing assertion prints.

use std::panic;

use iam_dsl::prelude::*;
use iam_dsl::s3;

/// The message of a test that fails.
fn message(test: impl FnOnce() + panic::UnwindSafe) -> String {
    let payload = panic::catch_unwind(test).expect_err("the assertion holds");
    payload.downcast_ref::<String>().unwrap().clone()
}

fn uploads() -> s3::Bucket {
    s3::Bucket::named("my-app-uploads")
}

fn reader() -> Role {
    let role = Role::new("app");
    uploads().grant_get(&role).unwrap();
    role
}

#[test]
fn what_is_not_allowed() {
    insta::assert_snapshot!(message(|| {
        assert_allows!(reader(), s3::DeleteObject, on = uploads().objects("a.txt"));
    }));
}

#[test]
fn what_is_not_denied() {
    insta::assert_snapshot!(message(|| {
        assert_denies!(
            reader(),
            s3::GetObject,
            on = "arn:aws:s3:::my-app-uploads/a.txt"
        );
    }));
}

#[test]
fn a_condition_that_does_not_hold() {
    insta::assert_snapshot!(message(|| {
        let role = reader();
        role.add(
            allow(actions![s3::PutObject])
                .on(uploads().objects("incoming/*"))
                .when(key!("s3:x-amz-server-side-encryption").equals("aws:kms"))
                .sid("EncryptedUploads"),
        );
        assert_allows!(
            role,
            s3::PutObject,
            on = uploads().objects("incoming/a.txt")
        );
    }));
}

#[test]
fn a_deny_of_the_resource() {
    insta::assert_snapshot!(message(|| {
        let uploads = uploads();
        uploads.add(
            deny(actions![s3:*])
                .to(anyone())
                .on(uploads.objects("*"))
                .when(key!("aws:SecureTransport").is(false))
                .sid("OverTls"),
        );
        assert_allows!(
            reader(),
            s3::GetObject,
            on = uploads.objects("a.txt"),
            with = { "aws:SecureTransport": false },
        );
    }));
}

#[test]
fn a_managed_policy_of_unknown_text() {
    insta::assert_snapshot!(message(|| {
        let role = Role::new("app").with_managed_policy(managed_policy!("ReadOnlyAccess"));
        assert_allows!(role, s3::ListAllMyBuckets);
    }));
}

#[test]
fn a_policy_by_itself() {
    insta::assert_snapshot!(message(|| {
        let policy = IdentityPolicy::new().with(allow(actions![s3:*]).on(any()));
        assert_denies!(policy, s3::ListAllMyBuckets, on = "*");
    }));
}
