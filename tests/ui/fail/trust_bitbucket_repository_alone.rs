//! A repository has branches that nobody has reviewed.

use iam_dsl::prelude::*;
use iam_dsl::trust::BitbucketPipelines;

fn main() -> Result<(), iam_dsl::ValueError> {
    let repository = BitbucketPipelines::workspace("my-workspace", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")?
        .repository("9a0c3301-4f89-41d3-9a0c-0305e82c3302")?;
    let role = Role::new("deploy").trusted_by(repository);
    drop(role);
    Ok(())
}
