use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("my-bucket/*");
}
