//! A pipeline builds branches that nobody has reviewed.

use iam_dsl::prelude::*;
use iam_dsl::trust::BuildkitePipeline;

fn main() -> Result<(), iam_dsl::ValueError> {
    let pipeline = BuildkitePipeline::new("my-org", "deploy")?;
    let role = Role::new("deploy").trusted_by(pipeline);
    drop(role);
    Ok(())
}
