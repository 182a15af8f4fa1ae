//! Functions by a version or an alias.

use iam_dsl_core::{Arn, Template};

use super::permission;
use crate::{
    GrantError, IntoResources,
    grant::{Granting, On, Party, Request, Scope, grants},
    handle::Handle,
};

/// A function in one of its versions or by an alias. Made by [`Function::version`](super::Function::version),
/// [`Function::alias`](super::Function::alias) and [`Function::latest_version`](super::Function::latest_version).
///
/// What it is granted beyond identities goes to the policy of the function, and names the version or alias there.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::lambda;
///
/// let live = lambda::Function::named("orders").alias("live");
/// let role = Role::new("app");
/// live.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("function:orders:live"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct QualifiedFunction {
    /// The function's.
    handle: Handle,
    qualifier: String,
}

impl QualifiedFunction {
    #[inline]
    pub(super) fn of(function: &Handle, qualifier: String) -> Self {
        Self {
            handle: function.clone(),
            qualifier,
        }
    }

    /// Returns the number of the version, or the name of the alias.
    #[inline]
    pub fn qualifier(&self) -> &str {
        &self.qualifier
    }

    /// Returns the ARN, with the version or the alias at its end.
    #[inline]
    pub fn arn(&self) -> Arn {
        self.handle.sub_arn(&format!(":{}", self.qualifier))
    }
}

impl IntoResources for &QualifiedFunction {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.arn().into_resources()
    }
}

impl Granting for QualifiedFunction {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn label(&self) -> String {
        format!("function `{}:{}`", self.handle.name(), self.qualifier)
    }

    #[inline]
    fn scope(&self, _on: On) -> Result<Scope, GrantError> {
        Ok(Scope::on(self.arn()))
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        permission::admit(request, party)
    }
}

grants! {
    QualifiedFunction with policy,
    "version or alias",
    "lambda::Function::named(\"orders\").alias(\"live\")",
    "function `orders:live`";

    grant_invoke => "invoke" {
        Itself: [lambda::InvokeFunction],
    }
    /// The URL asks for credentials: its type of authentication is `AWS_IAM`. See AWS's page on
    /// [access to function URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html), which need both.
    grant_invoke_url => "call the URL of" {
        Itself: [lambda::InvokeFunctionUrl] if StringEquals "lambda:FunctionUrlAuthType" is "AWS_IAM",
        Itself: [lambda::InvokeFunction] if Bool "lambda:InvokedViaFunctionUrl" is "true",
    }
}
