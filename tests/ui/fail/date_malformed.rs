use iam_dsl::prelude::*;

fn main() {
    let _ = date!("2026-13-01");
}
