use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("arn:asw:s3:::my-bucket");
}
