use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_allows!(
        role,
        s3::GetObject,
        on = "arn:aws:s3:::reports/q1.csv",
        owned_by = "1234-5678-9012",
    );
}
