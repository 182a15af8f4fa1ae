use iam_dsl::prelude::*;

fn main() {
    let _ = BoundaryPolicy::new().with(allow(actions![s3:*]).to(anyone()).on(any()));
}
