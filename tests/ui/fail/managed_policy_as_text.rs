use iam_dsl::Group;
use iam_dsl::prelude::*;

fn main() {
    let _ = Role::new("app").with_managed_policy("ReadOnlyAccess");
    let _ = Group::new("people").with_managed_policy(IdentityPolicy::new());
}
