use iam_dsl::prelude::*;

fn main() {
    let _ = ServiceControlPolicy::new().with(deny(actions![s3:*]).to(anyone()).on(any()));
}
