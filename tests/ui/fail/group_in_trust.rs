use iam_dsl::Group;
use iam_dsl::prelude::*;

fn main() {
    let payments = Group::new("payments");
    let _ = Role::new("deploy").trusted_by(payments);
}
