use iam_dsl::PermissionsBoundary;
use iam_dsl::prelude::*;

fn main() {
    let boundary = PermissionsBoundary::new("payments-boundary");
    boundary.add(allow(actions![s3:*]).to(anyone()).on(any()));
}
