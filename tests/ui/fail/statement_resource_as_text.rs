use iam_dsl::prelude::*;

fn main() {
    let _ = allow(actions![s3::GetObject]).on("my-bucket");
}
