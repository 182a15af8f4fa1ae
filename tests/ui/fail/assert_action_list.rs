use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_allows!(role, [s3::GetObject, s3::PutObject], on = "arn:aws:s3:::reports/q1.csv");
}
