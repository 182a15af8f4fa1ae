//! A cluster has pods of many teams.

use iam_dsl::prelude::*;
use iam_dsl::trust::EksCluster;

fn main() -> Result<(), iam_dsl::ValueError> {
    let cluster = EksCluster::issuer("https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE")?;
    let role = Role::new("deploy").trusted_by(cluster);
    drop(role);
    Ok(())
}
