//! A provider vouches for everyone who has an account there.

use iam_dsl::prelude::*;
use iam_dsl::trust::OidcProvider;

fn main() -> Result<(), iam_dsl::ValueError> {
    let provider = OidcProvider::new("https://idp.example.com", "my-app")?;
    let role = Role::new("deploy").trusted_by(provider);
    drop(role);
    Ok(())
}
