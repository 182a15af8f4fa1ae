use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    let _ = role.can(action!(s3:Get*)).on(any());
}
