use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    let _ = role.can(aws::s3::ListAllMyBuckets).with(5, "a");
}
