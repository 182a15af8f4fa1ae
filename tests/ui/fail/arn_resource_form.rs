use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("arn:aws:dynamodb:us-east-1:123456789012:orders");
}
