use iam_dsl::prelude::*;

fn main() {
    let _ = allow("s3:GetObject").on(any());
}
