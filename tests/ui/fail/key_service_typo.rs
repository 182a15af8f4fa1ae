use iam_dsl::prelude::*;

fn main() {
    let _ = key!("s3:x-amz-server-side-encrypton");
}
