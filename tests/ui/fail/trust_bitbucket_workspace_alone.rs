//! A workspace has many repositories.

use iam_dsl::prelude::*;
use iam_dsl::trust::BitbucketPipelines;

fn main() -> Result<(), iam_dsl::ValueError> {
    let workspace = BitbucketPipelines::workspace("my-workspace", "3f2504e0-4f89-41d3-9a0c-0305e82c3301")?;
    let role = Role::new("deploy").trusted_by(workspace);
    drop(role);
    Ok(())
}
