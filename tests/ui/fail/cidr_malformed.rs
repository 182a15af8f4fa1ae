use iam_dsl::prelude::*;

fn main() {
    let _ = cidr!("10.0.0.0/33");
}
