//! A project has branches that nobody has reviewed.

use iam_dsl::prelude::*;
use iam_dsl::trust::CircleCi;

fn main() -> Result<(), iam_dsl::ValueError> {
    let project = CircleCi::organization("3f2504e0-4f89-41d3-9a0c-0305e82c3301")?
        .project("9a0c3301-4f89-41d3-9a0c-0305e82c3302")?;
    let role = Role::new("deploy").trusted_by(project);
    drop(role);
    Ok(())
}
