use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_allows!(
        role,
        s3::GetObjcet,
        on = "arn:aws:s4:::reports/q1.csv",
        owner = "1234",
        with = { "aws:SourceIpp": "203.0.113.7", "aws:SecureTransport": "yes" },
    );
}
