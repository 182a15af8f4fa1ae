//! An identity pool may have guests.

use iam_dsl::prelude::*;
use iam_dsl::trust::CognitoIdentityPool;

fn main() -> Result<(), iam_dsl::ValueError> {
    let pool = CognitoIdentityPool::new("us-east-1:12345678-abcd-abcd-abcd-123456790ab1")?;
    let role = Role::new("deploy").trusted_by(pool);
    drop(role);
    Ok(())
}
