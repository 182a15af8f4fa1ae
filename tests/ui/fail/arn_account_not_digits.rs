use iam_dsl::prelude::*;

fn main() {
    let _ = arn!("arn:aws:iam::my-account:role/app");
}
