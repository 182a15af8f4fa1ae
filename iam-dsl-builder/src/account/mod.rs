//! An account: its identities and resources together.

mod documents;
mod finding;
mod json;
mod loose;
mod member;

use std::{io, path::Path};

use iam_dsl_core::{PolicyDocument, Template, Token};

use self::member::Members;
pub(crate) use self::member::{Member, resource, sealed};
pub use self::{finding::AccountFinding, member::AccountMember};
use crate::{Env, Policy, policy::Kind};

/// An account in one region: the identities and resources that are deployed there.
///
/// What is attached comes along: managed policies and boundaries, a group's members, a profile's role.
/// Where only a deployment knows account, region and partition, the account's environment fills them in.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{Account, s3};
///
/// let uploads = s3::Bucket::named("my-app-uploads");
/// let role = Role::new("order-processor").trusted_by(service_principal!("lambda.amazonaws.com"));
/// uploads.grant_read(&role)?;
///
/// let account = Account::new(&Env::new("123456789012", "eu-central-1")?).with(&role).with(&uploads);
/// assert!(account.findings().is_empty());
/// assert!(account.to_json_pretty().contains("arn:aws:iam::123456789012:role/order-processor"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Account {
    env: Env,
    members: Vec<Member>,
}

impl Account {
    /// The account and region of an environment, with nothing in it.
    #[inline]
    pub fn new(env: &Env) -> Self {
        Self {
            env: env.clone(),
            members: Vec::new(),
        }
    }

    /// The account with one identity or resource more.
    #[must_use]
    #[inline]
    pub fn with(mut self, member: impl AccountMember) -> Self {
        self.add(member);
        self
    }

    /// Adds an identity or a resource.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{Account, Group, User};
    ///
    /// let mut account = Account::new(&Env::new("123456789012", "eu-central-1")?);
    /// let payments = Group::new("payments");
    /// let _ = User::new("payments-oncall").in_group(&payments);
    /// account.add(&payments);
    /// assert!(account.to_json().contains(r#""UserName":"payments-oncall""#));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn add(&mut self, member: impl AccountMember) {
        self.members.push(member.into_member());
    }

    /// Returns the environment.
    #[inline]
    pub fn env(&self) -> &Env {
        &self.env
    }

    /// Returns what hangs loose, and what IAM would refuse.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{Account, ManagedPolicy};
    ///
    /// let forgotten = ManagedPolicy::new("orders-read");
    /// let account = Account::new(&Env::new("123456789012", "eu-central-1")?).with(&forgotten);
    /// assert_eq!(
    ///     account.findings()[0].to_string(),
    ///     "managed policy `orders-read` is attached to nothing: attach it, or leave it out",
    /// );
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn findings(&self) -> Vec<AccountFinding> {
        loose::find(&self.collected())
    }

    /// Returns all of it as JSON without white space, in the form of
    /// [`GetAccountAuthorizationDetails`](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html),
    /// and the resources with their policies beside.
    ///
    /// An identity's policies are there as IAM takes them; those that IAM would refuse, which
    /// [`findings`](Self::findings) says, are there as they were given.
    #[inline]
    pub fn to_json(&self) -> String {
        json::compact(self)
    }

    /// Returns all of it as JSON, indented by two spaces; see [`to_json`](Self::to_json).
    #[inline]
    pub fn to_json_pretty(&self) -> String {
        json::pretty(self)
    }

    /// Returns the policy documents by the name of their file; `account.json`, which has [all of it](Self::to_json); and
    /// `manifest.json`, which says whose each document is.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::Account;
    ///
    /// let role = Role::new("app").trusted_by(service_principal!("lambda.amazonaws.com"));
    /// let account = Account::new(&Env::new("123456789012", "eu-central-1")?).with(&role);
    /// let names: Vec<String> = account.documents().into_iter().map(|(name, _)| name).collect();
    /// assert_eq!(names, ["roles/app/trust-policy.json", "account.json", "manifest.json"]);
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn documents(&self) -> Vec<(String, String)> {
        documents::of(self)
    }

    /// Writes the [`documents`](Self::documents) into a folder, which is made where it is not there.
    ///
    /// # Errors
    ///
    /// A file cannot be written.
    #[inline]
    pub fn write_to(&self, folder: impl AsRef<Path>) -> io::Result<()> {
        documents::write(self, folder.as_ref())
    }

    #[inline]
    fn collected(&self) -> Members {
        Members::of(&self.members)
    }

    #[inline]
    fn document<K: Kind>(&self, policy: &Policy<K>) -> PolicyDocument {
        policy.document().resolve(|token| self.value_of(token))
    }

    #[inline]
    fn text(&self, template: &Template) -> String {
        template.resolve(|token| self.value_of(token)).to_string()
    }

    #[inline]
    fn value_of(&self, token: &Token) -> Option<String> {
        let value = match token {
            Token::Partition => self.env.partition(),
            Token::Region => self.env.region(),
            Token::AccountId => self.env.account(),
            Token::UrlSuffix => self.env.dns_suffix(),
            _ => return None,
        };
        Some(value.to_owned())
    }
}
