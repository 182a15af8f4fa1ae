use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("arn:aws:sqs:us-east-1:12345678901:queue");
}
