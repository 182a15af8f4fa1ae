//! Whose account a handle is of.

use iam_dsl_core::{Arn, Template, Token, check};

use crate::Env;

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
    /// The owner of what this ARN names: the deploying account where only a deployment knows it, and for S3, whose
    /// ARNs name none. Nothing if what stands in its place is no account.
    #[inline]
    pub(crate) fn of(arn: &Arn) -> Option<Self> {
        match arn.account().as_str() {
            None => Some(Self::Deploying),
            Some("") if arn.service().as_str() == Some("s3") => Some(Self::Deploying),
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

    /// An ARN with a region and an account, such as a table's.
    #[inline]
    pub(crate) fn regional_arn(&self, service: &'static str, resource: impl Into<Template>) -> Arn {
        match self {
            Self::Known(env) => Arn::new(
                env.partition().to_owned(),
                service,
                env.region().to_owned(),
                env.account().to_owned(),
                resource,
            ),
            Self::Deploying | Self::Foreign(_) => Arn::new(
                Token::Partition,
                service,
                Token::Region,
                self.account_segment(),
                resource,
            ),
        }
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

    /// An ARN with neither account nor region: S3's.
    #[inline]
    pub(crate) fn s3_arn(&self, resource: impl Into<Template>) -> Arn {
        Arn::new(self.partition_segment(), "s3", "", "", resource)
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
