use iam_dsl::prelude::*;

fn main() {
    let _ = actions![crate = ::no_such_crate; s3::GetObject];
}
