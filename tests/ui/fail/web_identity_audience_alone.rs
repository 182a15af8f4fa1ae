//! The audience is the same for every identity of a provider.

use iam_dsl::prelude::*;

fn main() {
    let gitlab = web_identity(arn!("arn:aws:iam::123456789012:oidc-provider/gitlab.com"));
    let role = Role::new("deploy").trusted_by(gitlab.when(key!("gitlab.com:aud").equals("https://gitlab.com")));
    drop(role);
}
