use iam_dsl::prelude::*;

fn main() {
    let _ = include_policy!("../documents/broken.json");
}
