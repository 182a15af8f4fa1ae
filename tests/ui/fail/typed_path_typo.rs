use iam_dsl::prelude::*;

fn main() {
    let _ = aws::s3::GetObjcet;
}
