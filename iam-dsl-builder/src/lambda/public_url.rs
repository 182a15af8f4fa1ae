//! URLs of functions that anyone may call.

use super::{Function, QualifiedFunction};
use crate::{
    Grant, GrantError, Grantee, anyone,
    grant::{Granting, Party, Request, entries},
};

impl Function {
    /// Lets anyone call the URL of the function, without credentials.
    ///
    /// It adds to the function's policy, for everyone,
    /// - `lambda:InvokeFunctionUrl`, where `lambda:FunctionUrlAuthType` is `NONE`
    /// - `lambda:InvokeFunction`, where `lambda:InvokedViaFunctionUrl` is `true`
    ///
    /// The URL has to be made with that type of authentication. See AWS's page on
    /// [access to function URLs](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html), which need both.
    ///
    /// # Errors
    ///
    /// See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::lambda;
    ///
    /// let shop = lambda::Function::named("shop");
    /// shop.grant_public_url()?;
    /// assert!(shop.policy().to_json().contains(r#""lambda:FunctionUrlAuthType":"NONE""#));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_public_url(&self) -> Result<Grant, GrantError> {
        Request::of(self, &entries::grant_public_url, everyone()).map(Request::give)
    }
}

impl QualifiedFunction {
    /// Lets anyone call the URL of the alias, without credentials.
    ///
    /// It adds what [`Function::grant_public_url`] does, about the alias.
    ///
    /// # Errors
    ///
    /// It is a version, which has no URL. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::lambda;
    ///
    /// let shop = lambda::Function::named("shop");
    /// shop.alias("live").grant_public_url()?;
    /// assert!(shop.policy().to_json().contains("function:shop:live"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_public_url(&self) -> Result<Grant, GrantError> {
        let entry = &entries::grant_public_url;
        let mut request = Request::new(entry.method, entry.lets, self.label(), everyone())?;
        self.check_url(&request)?;
        request.plan(self, entry)?;
        Ok(request.give())
    }
}

#[inline]
fn everyone() -> Party {
    anyone().into_party()
}

entries! { entries;
    grant_public_url => "call without credentials the URL of" {
        Itself: [lambda::InvokeFunctionUrl] if StringEquals "lambda:FunctionUrlAuthType" is "NONE",
        Itself: [lambda::InvokeFunction] if Bool "lambda:InvokedViaFunctionUrl" is "true",
    }
}
