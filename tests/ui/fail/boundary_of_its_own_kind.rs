use iam_dsl::prelude::*;

fn main() {
    let _ = Role::new("app").with_boundary(BoundaryPolicy::new());
}
