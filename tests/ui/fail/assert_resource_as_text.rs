use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    let key = String::from("arn:aws:s3:::reports/q1.csv");
    assert_allows!(role, s3::GetObject, on = key);
}
