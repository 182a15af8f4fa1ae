use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_allows!(role, sqs::SendMessage, on = "arn:aws:sqs:us-est-1:123456789012:orders");
}
