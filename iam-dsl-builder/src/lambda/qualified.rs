//! Functions by a version or an alias.

use iam_dsl_core::{Arn, Template};

use super::permission;
use crate::{
    Grant, GrantError, Grantee, IntoResources,
    grant::{Granting, On, Party, Request, Scope, entries, grants},
    handle::Handle,
};

/// What the version is called that is not published yet.
pub(super) const LATEST: &str = "$LATEST";

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

    /// Lets the grantee call the URL of the alias.
    ///
    /// It allows on the alias
    /// - `lambda:InvokeFunctionUrl`, where `lambda:FunctionUrlAuthType` is `AWS_IAM`
    /// - `lambda:InvokeFunction`, where `lambda:InvokedViaFunctionUrl` is `true`
    ///
    /// The URL asks for credentials: its type of authentication is `AWS_IAM`, so that
    /// [`anyone()`](crate::anyone) is whoever signs their requests, of any account.
    /// [`grant_public_url`](Self::grant_public_url) is for callers without credentials. See AWS's page on
    /// [access to function URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html), which need both.
    ///
    /// # Errors
    ///
    /// It is a version: [a URL](https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html) is of a
    /// function or of an alias. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{lambda, prelude::*};
    ///
    /// let role = Role::new("app");
    /// let orders = lambda::Function::named("orders");
    /// orders.alias("live").grant_invoke_url(&role)?;
    /// assert!(role.policy().to_json().contains("lambda:InvokeFunctionUrl"));
    /// assert!(orders.version("7").grant_invoke_url(&role).is_err());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_invoke_url(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &url::grant_invoke_url;
        let party = grantee.into_party();
        let mut request = Request::new(entry.method, entry.lets, self.label(), party)?;
        self.check_url(&request)?;
        request.plan(self, entry)?;
        Ok(request.give())
    }

    /// That it is no version, which has no URL.
    #[inline]
    pub(super) fn check_url(&self, request: &Request) -> Result<(), GrantError> {
        if self.is_version() {
            return Err(request.bad_value(
                format!("version `{}` has no URL", self.qualifier),
                "grant the URL of the function, or that of an alias of the version",
            ));
        }
        Ok(())
    }

    /// Whether it is one version. The name of an alias is not all digits.
    #[inline]
    fn is_version(&self) -> bool {
        self.qualifier == LATEST || self.qualifier.bytes().all(|byte| byte.is_ascii_digit())
    }
}

#[diagnostic::do_not_recommend]
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

    /// Lambda saves no permission for `$LATEST`.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html>
    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        if self.qualifier == LATEST {
            return Err(request.refuse(
                party,
                "use `Function::grant_invoke_latest_version`, whose permission is about the function",
            ));
        }
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
}

entries! { url;
    grant_invoke_url => "call the URL of" {
        Itself: [lambda::InvokeFunctionUrl] if StringEquals "lambda:FunctionUrlAuthType" is "AWS_IAM",
        Itself: [lambda::InvokeFunction] if Bool "lambda:InvokedViaFunctionUrl" is "true",
    }
}
