use iam_dsl::prelude::*;

fn main() {
    let _ = not_actions![iam::PassRol];
}
