use iam_dsl::prelude::*;

fn main() {
    let _ = key!("aws:CurrentTime").equals("2026-01-01");
}
