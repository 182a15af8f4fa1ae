//! A GitHub Actions workflow deploys without a stored key: GitHub vouches for it, and the role trusts only workflows of
//! one repository that run on its main branch. A web identity that nothing narrows would not compile here.

use iam_dsl::prelude::*;

fn main() {
    let github =
        arn!("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");
    let main_branch = web_identity(github)
        .when(key!("token.actions.githubusercontent.com:aud").equals("sts.amazonaws.com"))
        .when(
            key!("token.actions.githubusercontent.com:sub")
                .like("repo:my-org/my-repo:ref:refs/heads/main"),
        );
    let role = Role::new("deploy").trusted_by(main_branch);

    println!("{}", role.trust_policy().to_json_pretty());
}
