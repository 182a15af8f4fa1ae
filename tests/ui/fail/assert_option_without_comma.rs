use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_denies!(role, s3::GetObject on = "arn:aws:s3:::reports/q1.csv");
}
