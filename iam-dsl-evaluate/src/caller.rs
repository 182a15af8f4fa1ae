//! Who asks.

use std::fmt;
use std::str::FromStr;

/// The principal of a request, as IAM sees it when it decides.
///
/// Read from an ARN, the name of a service (`lambda.amazonaws.com`), an identity provider's domain,
/// or `anonymous`. The ARN of a role stands for a session of that role: roles themselves ask nothing.
///
/// AWS: [JSON policy elements: Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
///
/// ```
/// use iam_dsl_evaluate::Caller;
///
/// let session: Caller = "arn:aws:sts::123456789012:assumed-role/app/i-0123".parse()?;
/// assert_eq!(session.account(), Some("123456789012"));
/// let service: Caller = "lambda.amazonaws.com".parse()?;
/// assert_eq!(service.account(), None);
/// assert!("arn:aws:iam::123456789012:group/ops".parse::<Caller>().is_err());
/// # Ok::<(), iam_dsl_evaluate::CallerError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Caller {
    /// The ARN or name, as it was given.
    text: String,
    pub(crate) kind: CallerKind,
}

/// What a caller is, with the parts that principals are compared by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum CallerKind {
    Root(AccountOf),
    User(AccountOf),
    /// `role` is a name without its path.
    Session {
        of: AccountOf,
        role: String,
        is_service_linked: bool,
        /// A role's ARN was given, which names no session.
        is_unnamed: bool,
    },
    FederatedUser {
        of: AccountOf,
        name: String,
    },
    Service,
    Provider,
    CanonicalUser,
    Anonymous,
}

/// A partition and an account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct AccountOf {
    pub(crate) partition: String,
    pub(crate) account: String,
}

/// Why a text names no caller.
///
/// ```
/// use iam_dsl_evaluate::Caller;
///
/// let error = "arn:aws:iam::123456789012:group/ops".parse::<Caller>().unwrap_err();
/// assert_eq!(error.to_string(), "`arn:aws:iam::123456789012:group/ops` is nobody who can ask: \
///     name a user, a role, a session, the root user, a service, an identity provider, or `anonymous`");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallerError(String);

impl fmt::Display for CallerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "`{}` is nobody who can ask: name a user, a role, a session, the root user, a service, \
             an identity provider, or `anonymous`",
            self.0
        )
    }
}

impl std::error::Error for CallerError {}

impl Caller {
    /// Somebody who has not signed the request.
    pub fn anonymous() -> Self {
        Self::of("anonymous", CallerKind::Anonymous)
    }

    /// A service that asks in its own name, such as `lambda.amazonaws.com`.
    pub fn service(name: impl Into<String>) -> Self {
        Self::of(name, CallerKind::Service)
    }

    /// An identity provider that vouches for somebody: the ARN of an OIDC or SAML provider, or a domain.
    pub fn identity_provider(provider: impl Into<String>) -> Self {
        Self::of(provider, CallerKind::Provider)
    }

    fn of(text: impl Into<String>, kind: CallerKind) -> Self {
        Self {
            text: text.into(),
            kind,
        }
    }

    /// Returns the ARN or the name.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the account that the caller belongs to; services, providers and anonymous callers have none.
    pub fn account(&self) -> Option<&str> {
        match &self.kind {
            CallerKind::Root(of)
            | CallerKind::User(of)
            | CallerKind::Session { of, .. }
            | CallerKind::FederatedUser { of, .. } => Some(&of.account),
            _ => None,
        }
    }
}

impl fmt::Display for Caller {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl FromStr for Caller {
    type Err = CallerError;

    fn from_str(text: &str) -> Result<Self, CallerError> {
        kind_of(text)
            .map(|kind| Self::of(text, kind))
            .ok_or_else(|| CallerError(text.to_owned()))
    }
}

fn kind_of(text: &str) -> Option<CallerKind> {
    if text.starts_with("arn:") {
        return kind_of_arn(text);
    }
    if text.eq_ignore_ascii_case("anonymous") {
        return Some(CallerKind::Anonymous);
    }
    if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(CallerKind::CanonicalUser);
    }
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b".-_/:".contains(&byte);
    if !text.contains('.') || !text.bytes().all(is_name) {
        return None;
    }
    // The one name that Amazon Cognito has both as a service and as a provider is a provider in policies,
    // and what has a path, such as the provider of a cluster of Amazon EKS, is no service.
    let is_service = text.contains(".amazonaws.com")
        && text != "cognito-identity.amazonaws.com"
        && !text.contains('/');
    Some(if is_service {
        CallerKind::Service
    } else {
        CallerKind::Provider
    })
}

fn kind_of_arn(arn: &str) -> Option<CallerKind> {
    let mut fields = arn.splitn(6, ':').skip(1);
    let partition = fields.next()?.to_owned();
    let service = fields.next()?;
    let region = fields.next()?;
    let account = fields.next()?;
    let resource = fields.next()?;
    if !region.is_empty()
        || account.len() != 12
        || !account.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let of = AccountOf {
        partition,
        account: account.to_owned(),
    };
    let (word, rest) = resource.split_once('/').unwrap_or((resource, ""));
    match (service, word) {
        ("iam", "root") if rest.is_empty() => Some(CallerKind::Root(of)),
        _ if rest.is_empty() => None,
        ("iam", "user") => Some(CallerKind::User(of)),
        ("iam", "role") => session(of, rest, true),
        ("sts", "assumed-role") => session(of, rest.rsplit_once('/')?.0, false),
        ("sts", "federated-user") => Some(CallerKind::FederatedUser {
            of,
            name: rest.to_owned(),
        }),
        ("iam", "oidc-provider" | "saml-provider") => Some(CallerKind::Provider),
        _ => None,
    }
}

fn session(of: AccountOf, path_and_role: &str, is_unnamed: bool) -> Option<CallerKind> {
    let role = path_and_role.rsplit('/').next()?;
    (!role.is_empty()).then(|| CallerKind::Session {
        of,
        role: role.to_owned(),
        is_service_linked: path_and_role.starts_with("aws-service-role/"),
        is_unnamed,
    })
}
