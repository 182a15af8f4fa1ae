use iam_dsl::prelude::*;

fn main() {
    let _ = include_policy!("../documents/action_typo.json");
}
