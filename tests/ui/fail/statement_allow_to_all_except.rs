use iam_dsl::prelude::*;

fn main() {
    let _ = ResourcePolicy::new().with(
        allow(actions![s3::GetObject])
            .to_all_except(service_principal!("lambda.amazonaws.com"))
            .on(any()),
    );
}
