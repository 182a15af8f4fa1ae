use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("arn:aws:dynamdb:us-east-1:123456789012:table/orders");
}
