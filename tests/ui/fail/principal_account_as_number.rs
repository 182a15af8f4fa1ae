use iam_dsl::prelude::*;

fn main() {
    let _ = AccountPrincipal::new(987_654_321_098);
}
