use iam_dsl::prelude::*;

fn main() {
    let _ = aws::dynamo::GetItem;
}
