use iam_dsl::prelude::*;

fn main() {
    let _ = key!(unchecked "acme:Thing");
}
