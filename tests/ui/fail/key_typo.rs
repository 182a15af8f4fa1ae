use iam_dsl::prelude::*;

fn main() {
    let _ = key!("aws:SourceIpp");
}
