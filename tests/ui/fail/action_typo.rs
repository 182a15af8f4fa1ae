use iam_dsl::prelude::*;

fn main() {
    let _ = action!(s3::GetObjcet);
}
