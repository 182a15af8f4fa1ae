use iam_dsl::prelude::*;

fn main() {
    let _ = key!("aws:SourceIp").equals("10.0.0.0/8");
}
