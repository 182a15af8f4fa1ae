//! An organization has many projects.

use iam_dsl::prelude::*;
use iam_dsl::trust::CircleCi;

fn main() -> Result<(), iam_dsl::ValueError> {
    let organization = CircleCi::organization("3f2504e0-4f89-41d3-9a0c-0305e82c3301")?;
    let role = Role::new("deploy").trusted_by(organization);
    drop(role);
    Ok(())
}
