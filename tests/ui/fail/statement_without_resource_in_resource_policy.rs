use iam_dsl::prelude::*;

fn main() {
    let _ = ResourcePolicy::new()
        .with(allow(actions![s3::GetObject]).to(service_principal!("cloudfront.amazonaws.com")));
}
