use iam_dsl::prelude::*;

fn main() {
    let _ = date!("01/02/2026");
}
