use iam_dsl::prelude::*;

fn main() {
    let _ = actions![s3:Gte*];
}
