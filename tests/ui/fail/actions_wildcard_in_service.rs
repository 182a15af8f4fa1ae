use iam_dsl::prelude::*;

fn main() {
    let _ = actions!["s*:GetObject"];
}
