use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    let boundary = BoundaryPolicy::new();
    assert_denies!(role, s3::ListAllMyBuckets, boundary = boundary);
}
