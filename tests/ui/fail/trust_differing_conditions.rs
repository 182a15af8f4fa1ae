//! A statement has one set of conditions for all of its principals.

use iam_dsl::prelude::*;

fn main() -> Result<(), iam_dsl::ValueError> {
    let partner = AccountPrincipal::new("987654321098")?.with_external_id("customer-123");
    let auditor = AccountPrincipal::new("999999999999")?.when(key!("aws:MultiFactorAuthPresent").is(true));
    let role = Role::new("audit").trusted_by([partner, auditor]);
    drop(role);
    Ok(())
}
