use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("arn:aws:s3::my-bucket/*");
}
