use iam_dsl::prelude::*;

fn main() {
    let _ = actions![s3::GetObject s3::PutObject];
}
