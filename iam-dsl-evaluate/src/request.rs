//! A request to decide.

use crate::{Caller, Context, ContextValue};

/// Who asks for what, on which resource, in which circumstances.
///
/// ```
/// use iam_dsl_evaluate::{Caller, Request};
///
/// let caller: Caller = "arn:aws:sts::123456789012:assumed-role/app/session".parse()?;
/// let request = Request::new(caller, "s3:GetObject", "arn:aws:s3:::reports/q1.csv")
///     .owned_by("123456789012")
///     .with("aws:SourceIp", "203.0.113.7");
/// assert_eq!(request.action(), "s3:GetObject");
/// # Ok::<(), iam_dsl_evaluate::CallerError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Request {
    caller: Caller,
    action: String,
    /// In lower case, as policies are indexed.
    action_key: String,
    resource: String,
    owner: Option<String>,
    context: Context,
}

impl Request {
    /// A request of `caller` for `action` (`svc:Name`) on `resource`: an ARN, or `*` for an action
    /// that has no resource types.
    ///
    /// The resource's account is the one its ARN names; for `*`, the caller's. ARNs of S3 and a few
    /// others name none: there [`owned_by`](Self::owned_by) must say it, or nothing is allowed.
    pub fn new(caller: Caller, action: impl Into<String>, resource: impl Into<String>) -> Self {
        let (action, resource) = (action.into(), resource.into());
        let named = resource.split(':').nth(4).filter(|field| is_account(field));
        let owner = if resource == "*" {
            caller.account().map(str::to_owned)
        } else {
            named.map(str::to_owned)
        };
        Self {
            caller,
            action_key: action_key(&action),
            action,
            resource,
            owner,
            context: Context::new(),
        }
    }

    /// The request with the account that owns the resource: 12 digits.
    #[must_use]
    pub fn owned_by(mut self, account: impl Into<String>) -> Self {
        self.owner = Some(account.into()).filter(|account| !account.is_empty());
        self
    }

    /// The request with a condition key and its value.
    #[must_use]
    pub fn with(mut self, key: &str, value: impl Into<ContextValue>) -> Self {
        self.context.set(key, value);
        self
    }

    /// The request with that context in place of another.
    #[must_use]
    pub fn with_context(mut self, context: Context) -> Self {
        self.context = context;
        self
    }

    /// Returns who asks.
    pub const fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Returns what is asked for, as it was given.
    pub fn action(&self) -> &str {
        &self.action
    }

    pub(crate) fn action_key(&self) -> &str {
        &self.action_key
    }

    /// Returns the resource's ARN, or `*`.
    pub fn resource(&self) -> &str {
        &self.resource
    }

    /// Returns the account that owns the resource, where it is known.
    pub fn owner(&self) -> Option<&str> {
        self.owner.as_deref()
    }

    /// Returns the condition keys and their values.
    pub const fn context(&self) -> &Context {
        &self.context
    }
}

fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The action in lower case, or nothing where the text is none.
fn action_key(text: &str) -> String {
    let is_part = |text: &str| {
        let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        !text.is_empty() && text.bytes().all(is_of_name)
    };
    match text.split_once(':') {
        Some((prefix, name)) if is_part(prefix) && is_part(name) => text.to_ascii_lowercase(),
        _ => String::new(),
    }
}
