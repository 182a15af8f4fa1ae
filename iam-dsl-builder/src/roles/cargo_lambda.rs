//! Deployments by cargo-lambda.

use super::{checked, own};
use crate::{
    Role, ValueError, allow, aws,
    condition::{Key, Single, kind},
    principal::IntoTrust,
};

/// The role of whoever runs `cargo lambda deploy` for one function, which then runs as this execution role.
///
/// It makes and updates the function, and passes it the execution role, to Lambda alone; name that role with
/// `--iam-role`, since this one makes no roles. Layers, aliases and function URLs are granted besides. See
/// cargo-lambda's page on [deploying](https://www.cargo-lambda.info/commands/deploy.html).
///
/// # Errors
///
/// The name is not that of a role, or of a function.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::roles;
///
/// let execution = roles::lambda_execution("order-processor")?;
/// let pipeline = arn!("arn:aws:iam::123456789012:role/pipeline");
/// let deploy = roles::cargo_lambda_deploy("deploy-order-processor", "order-processor", &execution, pipeline)?;
/// assert!(deploy.policy().to_json().contains("iam:PassedToService"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[inline]
pub fn cargo_lambda_deploy(
    name: &str,
    function: &str,
    execution: &Role,
    deployed_by: impl IntoTrust,
) -> Result<Role, ValueError> {
    checked(name, "a role", "+=,.@-_", 64)?;
    checked(function, "a Lambda function", "-_", 64)?;
    let role = Role::new(name).trusted_by(deployed_by);
    let deploy = [
        aws::lambda::CreateFunction,
        aws::lambda::GetFunction,
        aws::lambda::GetFunctionConfiguration,
        aws::lambda::PublishVersion,
        aws::lambda::TagResource,
        aws::lambda::UpdateFunctionCode,
        aws::lambda::UpdateFunctionConfiguration,
    ];
    role.add(allow(deploy).on(own("lambda", &format!("function:{function}"))));
    let passed_to = Key::<kind::Text, Single>::__checked("iam:PassedToService");
    role.add(
        allow(aws::iam::PassRole)
            .on(execution.arn())
            .when(passed_to.equals("lambda.amazonaws.com")),
    );
    Ok(role)
}
