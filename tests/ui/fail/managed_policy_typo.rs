use iam_dsl::prelude::*;

fn main() {
    let _ = managed_policy!("AmazonS3ReadOnlyAcess");
}
