//! Writes the policies of the order processor while the package builds.

use std::process::ExitCode;

use iam_dsl::prelude::*;
use iam_dsl::{GrantError, Role, build, s3};

fn main() -> ExitCode {
    let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));

    build::policies()
        .write("processor.json", permissions(&role))
        .write("processor.trust.json", role.trust_policy())
        .finish()
}

fn permissions(role: &Role) -> Result<IdentityPolicy, GrantError> {
    let uploads = s3::Bucket::named("my-app-uploads");
    uploads.grant_read(role)?;
    role.add(
        allow(actions![s3::PutObject])
            .on(uploads.objects("processed/*"))
            .when(key!("s3:x-amz-server-side-encryption").equals("aws:kms"))
            .sid("EncryptedUploads"),
    );
    Ok(role.policy())
}
