use iam_dsl::prelude::*;

fn main() {
    let _ = managed_policy!("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAcess");
}
