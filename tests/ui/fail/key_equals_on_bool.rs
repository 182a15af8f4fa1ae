use iam_dsl::prelude::*;

fn main() {
    let _ = key!("aws:SecureTransport").equals("true");
}
