//! Lambda functions.

use super::{checked, service, write_log};
use crate::{Role, ValueError};

/// The execution role of a Lambda function, of the function's name: it may write the function's log, and no other.
///
/// AWS's `AWSLambdaBasicExecutionRole` does so on every log group. See AWS's page on
/// [execution roles](https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html).
///
/// # Errors
///
/// The name is not that of a function: letters, digits, `-` and `_`, at most 64.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{dynamodb, roles};
///
/// let role = roles::lambda_execution("order-processor")?;
/// dynamodb::Table::named("orders").grant_read_data(&role)?;
/// assert!(role.policy().to_json().contains("log-group:/aws/lambda/order-processor:*"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[inline]
pub fn lambda_execution(function: &str) -> Result<Role, ValueError> {
    checked(function, "a Lambda function", "-_", 64)?;
    let role = Role::new(function).trusted_by(service("lambda.amazonaws.com"));
    write_log(&role, format!("/aws/lambda/{function}"));
    Ok(role)
}
