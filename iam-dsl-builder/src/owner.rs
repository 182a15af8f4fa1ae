//! Whose account a handle is of.

use iam_dsl_core::{Arn, Template, Token, check};

use crate::{Env, handle::ArnForm};

/// The services whose ARNs name no account.
const WITHOUT_ACCOUNT: &[&str] = &["apigateway", "bedrock", "route53", "s3"];

/// The account a handle belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// The account that everything is deployed to, known only then.
    Deploying,
    /// An account and region that are known.
    Known(Env),
    /// The account an ARN names.
    Foreign(String),
}

impl Owner {
    /// The owner of what this ARN names: the deploying account where only a deployment knows it, and for services whose
    /// ARNs name none. Nothing if what stands in its place is no account.
    #[inline]
    pub(crate) fn of(arn: &Arn) -> Option<Self> {
        match arn.account().as_str() {
            None => Some(Self::Deploying),
            Some("") => arn
                .service()
                .as_str()
                .is_some_and(|service| WITHOUT_ACCOUNT.contains(&service))
                .then_some(Self::Deploying),
            Some(account) => check::account_id(account)
                .is_ok()
                .then(|| Self::Foreign(account.to_owned())),
        }
    }

    /// Returns the id of the account, where it is known.
    #[inline]
    pub fn account(&self) -> Option<&str> {
        match self {
            Self::Deploying => None,
            Self::Known(env) => Some(env.account()),
            Self::Foreign(account) => Some(account),
        }
    }

    /// Whether what is of this owner is made here, so that all of it is known.
    #[inline]
    pub fn is_ours(&self) -> bool {
        !matches!(self, Self::Foreign(_))
    }

    /// Whether two handles are of one account. The deploying account is that of every known environment;
    /// what an ARN names is of another account unless both sides say the same one.
    #[inline]
    pub(crate) fn is_same_account(&self, other: &Self) -> bool {
        match (self.account(), other.account()) {
            (Some(one), Some(another)) => one == another,
            (None, None) => true,
            (None, Some(_)) => matches!(other, Self::Known(_)),
            (Some(_), None) => matches!(self, Self::Known(_)),
        }
    }

    /// The ARN of a resource by its name.
    #[inline]
    pub(crate) fn arn(&self, form: &ArnForm, name: &str) -> Arn {
        let region = match self {
            _ if !form.has_region => Template::from_static(""),
            Self::Known(env) => Template::from(env.region().to_owned()),
            Self::Deploying | Self::Foreign(_) => Template::from(Token::Region),
        };
        let account = if form.has_account {
            self.account_segment()
        } else {
            Template::from_static("")
        };
        let resource = format!("{}{name}", form.prefix);
        Arn::new(
            self.partition_segment(),
            form.service,
            region,
            account,
            resource,
        )
    }

    /// An ARN with an account and no region: IAM's.
    #[inline]
    pub(crate) fn iam_arn(&self, resource: impl Into<Template>) -> Arn {
        Arn::new(
            self.partition_segment(),
            "iam",
            "",
            self.account_segment(),
            resource,
        )
    }

    #[inline]
    fn partition_segment(&self) -> Template {
        match self {
            Self::Known(env) => Template::from(env.partition().to_owned()),
            Self::Deploying | Self::Foreign(_) => Template::from(Token::Partition),
        }
    }

    #[inline]
    fn account_segment(&self) -> Template {
        match self.account() {
            Some(account) => Template::from(account.to_owned()),
            None => Template::from(Token::AccountId),
        }
    }
}

/// An ARN that rules can be asked about: with some region and account where a deployment fills them in.
#[inline]
pub(crate) fn sample(arn: &Template) -> String {
    let value = |token: &Token| {
        let value = match token {
            Token::Partition => "aws",
            Token::Region => "us-east-1",
            Token::AccountId => "123456789012",
            Token::UrlSuffix => "amazonaws.com",
            _ => "name",
        };
        Some(value.to_owned())
    };
    arn.resolve(value).to_string()
}
