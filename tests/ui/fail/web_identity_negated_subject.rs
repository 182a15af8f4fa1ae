//! A negated comparison holds of everyone else.

use iam_dsl::prelude::*;

fn main() {
    let gitlab = web_identity(arn!("arn:aws:iam::123456789012:oidc-provider/gitlab.com"));
    let others = key!("gitlab.com:sub").not_equals("project_path:my-group/my-project:ref_type:branch:ref:main");
    let role = Role::new("deploy").trusted_by(gitlab.when(others));
    drop(role);
}
