//! What an identity provider vouches for does not come with `sts:AssumeRole`.

use iam_dsl::prelude::*;
use iam_dsl::principal::FederatedPrincipal;

fn main() {
    let staff = FederatedPrincipal::new(arn!("arn:aws:iam::123456789012:saml-provider/staff"));
    let role = Role::new("operator").trusted_by([staff]);
    drop(role);
}
