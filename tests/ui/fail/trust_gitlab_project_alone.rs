//! A project has branches that nobody has reviewed.

use iam_dsl::prelude::*;
use iam_dsl::trust::GitLab;

fn main() -> Result<(), iam_dsl::ValueError> {
    let project = GitLab::project("my-group/my-project")?;
    let role = Role::new("deploy").trusted_by(project);
    drop(role);
    Ok(())
}
