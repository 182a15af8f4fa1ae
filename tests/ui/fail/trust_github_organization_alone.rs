//! Everyone in an organization may create a repository.

use iam_dsl::prelude::*;
use iam_dsl::trust::GitHubActions;

fn main() -> Result<(), iam_dsl::ValueError> {
    let organization = GitHubActions::organization("my-org")?;
    let role = Role::new("deploy").trusted_by(organization);
    drop(role);
    Ok(())
}
