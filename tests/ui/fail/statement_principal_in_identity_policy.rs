use iam_dsl::prelude::*;

fn main() {
    let _ = IdentityPolicy::new().with(
        allow(actions![s3::GetObject])
            .to(service_principal!("lambda.amazonaws.com"))
            .on(any()),
    );
}
