//! Endpoints of web functions.

use iam_dsl_core::{ActionPattern, Arn};

use crate::{
    Action, Env, Grant, GrantError, Grantee, ValueError,
    grant::{Granting, On, Request, Wish},
    handle::{ArnForm, Class, Handle, PolicySupport, handle_methods, not_the_arn},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "web function endpoint",
    kind: "AWS::Lambda::WebFunctionEndpoint",
    arn: ArnForm::regional("lambda", "web-function").without(&[]),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An endpoint of a web function: who may call it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::lambda;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let shop = lambda::WebFunctionEndpoint::new(&env, "shop", "public");
/// let role = Role::new("app").with_env(&env);
/// shop.grant_invoke(&role)?;
/// assert!(role.policy().to_json().contains("web-function/shop/endpoint/public"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct WebFunctionEndpoint {
    handle: Handle,
}

handle_methods!(WebFunctionEndpoint, "endpoint");

impl WebFunctionEndpoint {
    /// The endpoint of this name of a web function, in the account and region of an environment.
    ///
    /// Its ARN is as in AWS's policy
    /// [`AWSLambdaInvokeWebFunctionEndpointAccess`](https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaInvokeWebFunctionEndpointAccess.html).
    #[inline]
    pub fn new(env: &Env, web_function: impl AsRef<str>, name: impl AsRef<str>) -> Self {
        Self::of(
            Owner::Known(env.clone()),
            web_function.as_ref(),
            name.as_ref(),
        )
    }

    /// The endpoint of this name of a web function, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(web_function: impl AsRef<str>, name: impl AsRef<str>) -> Self {
        Self::of(Owner::Deploying, web_function.as_ref(), name.as_ref())
    }

    #[inline]
    fn of(owner: Owner, web_function: &str, name: &str) -> Self {
        let handle = Handle::named(&CLASS, owner, format!("/{web_function}/endpoint/{name}"));
        Self {
            handle: handle.with_last_name(name.to_owned()),
        }
    }

    /// The endpoint that has this ARN: one that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of an endpoint of a web function.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{Arn, lambda};
    ///
    /// let arn: Arn = "arn:aws:lambda:us-east-1:123456789012:web-function/shop/endpoint/public".parse()?;
    /// assert_eq!(lambda::WebFunctionEndpoint::from_arn(arn)?.name(), "public");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        match handle.name().rsplit_once(['/', ':']) {
            Some((path, name)) if path.ends_with("endpoint") && !name.is_empty() => {
                let name = name.to_owned();
                Ok(Self {
                    handle: handle.with_name(name),
                })
            }
            _ => Err(not_the_arn(&handle.arn(), CLASS.noun)),
        }
    }

    /// Lets the grantee call the endpoint.
    ///
    /// It allows `lambda:InvokeWebFunctionEndpoint` on the endpoint.
    ///
    /// # Errors
    ///
    /// The grantee is of another account, a service or everyone, whom only the resource's own policy could admit: the
    /// endpoint has none. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{lambda, prelude::*};
    ///
    /// let role = Role::new("app");
    /// lambda::WebFunctionEndpoint::named("shop", "public").grant_invoke(&role)?;
    /// assert!(role.policy().to_json().contains("lambda:InvokeWebFunctionEndpoint"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_invoke(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let party = grantee.into_party();
        let mut request = Request::new("grant_invoke", "call", self.handle.label(), party)?;
        // The Service Authorization Reference does not list it.
        let action = Action::unchecked("lambda:InvokeWebFunctionEndpoint");
        let wish = Wish {
            actions: vec![ActionPattern::from(action)],
            on: On::Itself,
            conditions: Vec::new(),
        };
        request.plan_wishes(self, &[wish])?;
        Ok(request.give())
    }
}

impl Granting for WebFunctionEndpoint {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
