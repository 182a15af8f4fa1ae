use iam_dsl::prelude::*;

fn main() {
    let _ = TrustPolicy::new().with(allow(actions![sts::AssumeRole]));
}
