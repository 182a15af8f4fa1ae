use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_denies!(role, s3::ListAllMyBuckets, with = { "aws:SourceIp": "203.0.113" });
}
