use iam_dsl::prelude::*;

fn main() {
    let role = Role::new("app");
    assert_allows!(role);
}
