use iam_dsl::prelude::*;
use iam_dsl::{Group, PermissionsBoundary};

fn main() {
    let boundary = PermissionsBoundary::new("payments-boundary");
    let _ = Group::new("payments").with_boundary(&boundary);
    let _ = allow(actions![s3:*]).on(any());
}
