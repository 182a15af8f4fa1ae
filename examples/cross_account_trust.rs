//! A partner's account may assume the role, if its requests carry the external id agreed on. Without that id, another
//! customer of the partner could talk the partner into using this role for them.

use iam_dsl::ValueError;
use iam_dsl::prelude::*;

fn main() -> Result<(), ValueError> {
    let partner = AccountPrincipal::new("987654321098")?;
    let role = Role::new("partner-integration")
        .trusted_by(partner.with_external_id("partner-integration-2026"));

    println!("{}", role.trust_policy().to_json_pretty());
    Ok(())
}
