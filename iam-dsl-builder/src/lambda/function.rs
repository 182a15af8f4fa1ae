//! Functions.

use super::{QualifiedFunction, permission, qualified::LATEST};
use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, On, Party, Request, Scope, entries, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "function",
    kind: "AWS::Lambda::Function",
    arn: ArnForm::regional("lambda", "function:"),
    policy: PolicySupport::ByArnToOne,
    key_via: None,
    forms: &[On::Itself],
};

/// A function: who may invoke it, and its own policy.
///
/// Lambda keeps a policy for the function and one for each version and alias. Here they are one, whose statements say
/// what each is about. They are those that
/// [`AddPermission`](https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html) makes.
///
/// A function is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::lambda;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let resize = lambda::Function::new(&env, "resize");
/// resize.grant_invoke(service_principal!("s3.amazonaws.com").when(key!("aws:SourceAccount").equals("123456789012")))?;
/// assert!(resize.policy().to_json().contains("lambda:InvokeFunction"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Function {
    handle: Handle,
}

handle_methods!(Function, "function");
named_methods!(
    Function,
    "function",
    "lambda::Function",
    "orders",
    "arn:aws:lambda:us-east-1:123456789012:function:orders"
);
policy_methods!(Function, "function");
action_methods!(
    Function,
    "function",
    "lambda::Function::named(\"orders\")",
    lambda::GetFunctionConfiguration
);

impl Function {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// The version of this number: something to grant. `*` is all of them.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{lambda, prelude::*};
    ///
    /// let role = Role::new("app");
    /// lambda::Function::named("orders").version("7").grant_invoke(&role)?;
    /// assert!(role.policy().to_json().contains("function:orders:7"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn version(&self, number: impl Into<String>) -> QualifiedFunction {
        QualifiedFunction::of(&self.handle, number.into())
    }

    /// The alias of this name: something to grant. `*` is all of them, and all versions.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{lambda, prelude::*};
    ///
    /// let orders = lambda::Function::named("orders");
    /// orders.alias("live").grant_invoke(service_principal!("events.amazonaws.com"))?;
    /// assert!(orders.policy().to_json().contains("function:orders:live"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn alias(&self, name: impl Into<String>) -> QualifiedFunction {
        QualifiedFunction::of(&self.handle, name.into())
    }

    /// The version that is not published yet, `$LATEST`: something to grant.
    ///
    /// Lambda keeps no policy for it, so that only identities of the function's account can be granted it:
    /// [`grant_invoke_latest_version`](Self::grant_invoke_latest_version) is for all others.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{lambda, prelude::*};
    ///
    /// let role = Role::new("app");
    /// lambda::Function::named("orders").latest_version().grant_invoke(&role)?;
    /// assert!(role.policy().to_json().contains("function:orders:$LATEST"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn latest_version(&self) -> QualifiedFunction {
        QualifiedFunction::of(&self.handle, LATEST.to_owned())
    }

    /// Lets the grantee invoke this version of the function alone.
    ///
    /// It allows `lambda:InvokeFunction` on the version.
    ///
    /// # Errors
    ///
    /// The version is not a number. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{lambda, prelude::*};
    ///
    /// let role = Role::new("app");
    /// lambda::Function::named("orders").grant_invoke_version(&role, "7")?;
    /// assert!(role.policy().to_json().contains("function:orders:7"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_invoke_version(
        &self,
        grantee: impl Grantee,
        version: impl AsRef<str>,
    ) -> Result<Grant, GrantError> {
        let entry = &one_version::grant_invoke_version;
        let version = version.as_ref();
        let lets = format!("invoke version {version} of");
        let party = grantee.into_party();
        let mut request = Request::new(entry.method, lets, self.label(), party)?;
        let is_number = version.bytes().all(|byte| byte.is_ascii_digit());
        if version.is_empty() || !(is_number || version == LATEST) {
            return Err(request.bad_value(
                format!("`{version}` is not the number of a version"),
                "name an alias with `.alias(..)`, and a version by the number that Lambda gave it",
            ));
        }
        request.plan(&self.version(version), entry)?;
        Ok(request.give())
    }
}

impl Granting for Function {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// A permission is about the function, of whichever version.
    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        Ok((on != On::Everything).then(|| Scope::of(&self.handle, On::Itself)))
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        permission::admit(request, party)
    }
}

grants! {
    Function with policy, "function", "lambda::Function::named(\"orders\")", "function `orders`";

    grant_invoke => "invoke" {
        ItselfAnd(":*"): [lambda::InvokeFunction],
    }
    grant_invoke_latest_version => "invoke the latest version of" {
        ItselfAnd(":$LATEST"): [lambda::InvokeFunction],
    }
    /// The URL asks for credentials: its type of authentication is `AWS_IAM`, so that
    /// [`anyone()`](crate::anyone) is whoever signs their requests, of any account.
    /// [`grant_public_url`](Self::grant_public_url) is for callers without credentials. See AWS's page on
    /// [access to function URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html), which need both.
    grant_invoke_url => "call the URL of" {
        Itself: [lambda::InvokeFunctionUrl] if StringEquals "lambda:FunctionUrlAuthType" is "AWS_IAM",
        Itself: [lambda::InvokeFunction] if Bool "lambda:InvokedViaFunctionUrl" is "true",
    }
}

entries! { one_version;
    grant_invoke_version => "invoke a version of" {
        Itself: [lambda::InvokeFunction],
    }
}
