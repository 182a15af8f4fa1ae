//! Plans run what nobody has approved.

use iam_dsl::prelude::*;
use iam_dsl::trust::HcpTerraform;

fn main() -> Result<(), iam_dsl::ValueError> {
    let workspace = HcpTerraform::workspace("my-org", "platform", "network")?;
    let role = Role::new("deploy").trusted_by(workspace);
    drop(role);
    Ok(())
}
