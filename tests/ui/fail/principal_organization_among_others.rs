//! The condition on the organization would hold of the service too, which is of none.

use iam_dsl::prelude::*;
use iam_dsl::principal::OrganizationPrincipal;

fn main() -> Result<(), iam_dsl::ValueError> {
    let ours = OrganizationPrincipal::new("o-a1b2c3d4e5")?;
    let statement = allow(actions![sqs::SendMessage]).to((service_principal!("sns.amazonaws.com"), ours));
    let _ = ResourcePolicy::new().with(statement.on(any()));
    Ok(())
}
