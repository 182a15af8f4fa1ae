//! Without a condition everyone with an account at the provider may assume the role.

use iam_dsl::prelude::*;

fn main() {
    let gitlab = web_identity(arn!("arn:aws:iam::123456789012:oidc-provider/gitlab.com"));
    let role = Role::new("deploy").trusted_by(gitlab);
    drop(role);
}
