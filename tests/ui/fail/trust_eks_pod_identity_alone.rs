//! Any pod that is associated with the role could use it.

use iam_dsl::prelude::*;
use iam_dsl::trust::EksPodIdentity;

fn main() -> Result<(), iam_dsl::ValueError> {
    let pods = EksPodIdentity::new();
    let role = Role::new("deploy").trusted_by(pods);
    drop(role);
    Ok(())
}
