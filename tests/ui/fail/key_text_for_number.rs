use iam_dsl::prelude::*;

fn main() {
    let _ = key!("s3:max-keys").less_than("ten");
}
