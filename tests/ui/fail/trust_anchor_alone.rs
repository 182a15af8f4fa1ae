//! A certificate authority issues certificates to many.

use iam_dsl::prelude::*;
use iam_dsl::trust::RolesAnywhere;

fn main() -> Result<(), iam_dsl::ValueError> {
    let anchor = RolesAnywhere::trust_anchor(arn!("arn:aws:rolesanywhere:us-east-1:123456789012:trust-anchor/a1b2c3d4"))?;
    let role = Role::new("deploy").trusted_by(anchor);
    drop(role);
    Ok(())
}
