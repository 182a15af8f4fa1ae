use iam_dsl::prelude::*;

fn main() {
    let _ = include_policy!("../documents/no_such_file.json");
}
