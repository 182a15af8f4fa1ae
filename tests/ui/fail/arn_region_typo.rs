use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("arn:aws:sqs:us-esat-1:123456789012:queue");
}
