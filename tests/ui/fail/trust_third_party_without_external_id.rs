//! A third party works for other customers too.

use iam_dsl::prelude::*;
use iam_dsl::trust::ThirdParty;

fn main() -> Result<(), iam_dsl::ValueError> {
    let monitoring = ThirdParty::account("987654321098")?;
    let role = Role::new("deploy").trusted_by(monitoring);
    drop(role);
    Ok(())
}
