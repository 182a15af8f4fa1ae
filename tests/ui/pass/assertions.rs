//! Assertions as people write them: in every form, in crates of every kind.

#![deny(warnings)]
#![no_implicit_prelude]

extern crate std as stdlib;

use ::iam_dsl::{IdentityPolicy, Role, actions, allow, any, arn, assert_allows, assert_denies, s3};
use stdlib::convert::From as _;
use stdlib::string::String;
use stdlib::vec::Vec;

mod facade {
    pub mod policies {
        pub use ::iam_dsl::*;
    }
}

mod core {}
mod std {}

struct Person {
    address: &'static str,
    tags: Vec<String>,
}

fn policy() -> IdentityPolicy {
    IdentityPolicy::new().with(allow(actions![s3:*]).on(any()))
}

macro_rules! may_read {
    ($who:expr, $action:literal, $resource:expr) => {
        assert_allows!($who, $action, on = $resource)
    };
}

fn main() {
    let role = Role::new("app");
    let uploads = s3::Bucket::named("my-app-uploads");
    role.add(allow(actions![s3::*]).on(any()));
    let person = Person { address: "203.0.113.7", tags: stdlib::vec![String::from("a")] };

    assert_allows!(role, s3::GetObject, on = "arn:aws:s3:::my-app-uploads/a.txt");
    assert_allows!(&role, "s3:GetObject", on = &uploads.objects("a.txt"),);
    assert_allows!(policy(), s3:GetObject, on = arn!("arn:aws:s3:::my-app-uploads/a.txt"));
    assert_allows!(role, s3::ListAllMyBuckets);
    assert_allows!(role, s3::ListAllMyBuckets, on = "*");
    assert_allows!(role, unchecked "s3:BrandNewAction", on = unchecked "arn:aws:s3:::*");
    assert_denies!(role, sqs::SendMessage, on = "arn:aws:sqs:us-east-1:123456789012:orders");
    assert_allows!(
        role,
        s3::PutObject,
        with = {
            "aws:SourceIp": person.address,
            "aws:TagKeys": ["a", person.tags[0].as_str()],
            "s3:RequestObjectTag/team": "payments",
            "s3:RequestObjectTagKeys": person.tags,
            "aws:SecureTransport": true,
            "aws:MultiFactorAuthAge": 60 * 60,
            "s3:signatureAge": 10,
            unchecked "s3:BrandNewKey": [],
        },
        on = uploads.objects("a.txt"),
        owned_by = "000000000000",
    );
    may_read!(role, "s3:GetObject", "arn:aws:s3:::my-app-uploads/a.txt");
    facade::policies::assert_allows!(
        crate = crate::facade::policies;
        role, s3::GetObject, on = "arn:aws:s3:::my-app-uploads/a.txt"
    );
    assert_allows!(facade::policies::evaluate::HasPermissions::can(&role, ::iam_dsl::aws::s3::ListAllMyBuckets));
    the_place_of_a_failure_is_the_assertion();
}

fn the_place_of_a_failure_is_the_assertion() {
    use stdlib::panic;

    panic::set_hook(stdlib::boxed::Box::new(|info| {
        let place = info.location().map(|place| place.line());
        stdlib::assert_eq!(place, stdlib::option::Option::Some(LINE));
    }));
    const LINE: u32 = stdlib::line!() + 1;
    let failed = panic::catch_unwind(|| assert_allows!(Role::new("app"), s3::ListAllMyBuckets));
    stdlib::assert!(failed.is_err());
}
