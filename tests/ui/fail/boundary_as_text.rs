use iam_dsl::User;
use iam_dsl::prelude::*;

fn main() {
    let _ = Role::new("app").with_boundary("team-boundary");
    let _ = User::new("ci").with_boundary(String::from("team-boundary"));
}
