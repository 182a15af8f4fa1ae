//! A repository has branches that nobody has reviewed.

use iam_dsl::prelude::*;
use iam_dsl::trust::GitHubActions;

fn main() -> Result<(), iam_dsl::ValueError> {
    let repository = GitHubActions::repository("my-org/my-repo")?;
    let role = Role::new("deploy").trusted_by(repository);
    drop(role);
    Ok(())
}
