//! An account: its identities and resources together.

mod checks;
mod documents;
mod finding;
mod json;
mod member;

use std::{io, path::Path};

#[cfg(feature = "validate")]
use iam_dsl_core::check::{Allowance, Code, Profile};
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
    #[cfg(feature = "validate")]
    allowances: Vec<Allowed>,
}

impl Account {
    /// The account and region of an environment, with nothing in it.
    #[inline]
    pub fn new(env: &Env) -> Self {
        Self {
            env: env.clone(),
            members: Vec::new(),
            #[cfg(feature = "validate")]
            allowances: Vec::new(),
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
    ///     "managed policy `orders-read` is attached to nothing",
    /// );
    /// assert_eq!(account.findings()[0].help(), Some("attach it, or leave it out"));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn findings(&self) -> Vec<AccountFinding> {
        checks::find(self)
    }

    /// Returns what [`findings`](Self::findings) does; what is dangerous in how identities sign in and belong together; and
    /// what [`Policy::validate`] finds in each of the policies. But for what is allowed: in a policy or one of its
    /// statements, of an identity, or [here](Self::allow).
    ///
    /// With the feature `validate`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Code;
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{Account, User};
    ///
    /// let backup = User::new("backup-appliance").with_access_key();
    /// let account = Account::new(&Env::new("123456789012", "eu-central-1")?).with(&backup);
    /// assert_eq!(account.check()[0].code(), Code::USER_FOR_SERVICE);
    ///
    /// let _ = backup.allow(Code::USER_FOR_SERVICE, "the appliance can neither assume a role nor be replaced before 2027");
    /// assert_eq!(account.check(), []);
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[cfg(feature = "validate")]
    #[inline]
    pub fn check(&self) -> Vec<AccountFinding> {
        checks::find_all(self)
    }

    /// Returns what [`check`](Self::check) does, as far as it matters in an account of that profile.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Profile;
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{Account, User};
    ///
    /// let backup = User::new("backup-appliance").with_access_key();
    /// let account = Account::new(&Env::new("123456789012", "eu-central-1")?).with(&backup);
    /// assert_eq!(account.check_for(Profile::Sandbox), []);
    /// assert_eq!(account.check_for(Profile::Production).len(), 1);
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[cfg(feature = "validate")]
    #[inline]
    pub fn check_for(&self, profile: Profile) -> Vec<AccountFinding> {
        let findings = self.check().into_iter();
        findings
            .filter_map(|finding| finding.in_profile(profile))
            .collect()
    }

    /// Allows a finding in all of the account, and says why.
    ///
    /// Identities, policies and statements have an `.allow(..)` of their own, which is better where it suffices. With the
    /// feature `validate`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Code;
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{Account, User};
    ///
    /// let user = User::new("anna").with_managed_policy(managed_policy!("ReadOnlyAccess"));
    /// let account = Account::new(&Env::new("123456789012", "eu-central-1")?)
    ///     .with(&user)
    ///     .allow(Code::POLICY_ATTACHED_TO_USER, "two people work here, and both do everything");
    /// assert_eq!(account.check(), []);
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[cfg(feature = "validate")]
    #[must_use]
    #[inline]
    pub fn allow(mut self, code: Code, reason: impl Into<String>) -> Self {
        self.allowances.push(Allowed {
            of: None,
            allowance: Allowance::new(code, reason),
        });
        self
    }

    /// Allows a finding of one identity or resource of the account, and in its policies, and says why.
    ///
    /// It is the way for resources whose policies come from grants. With the feature `validate`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::check::Code;
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{Account, User};
    ///
    /// let backup = User::new("backup-appliance").with_access_key();
    /// let account = Account::new(&Env::new("123456789012", "eu-central-1")?)
    ///     .with(&backup)
    ///     .allow_for(&backup, Code::USER_FOR_SERVICE, "the appliance cannot assume a role");
    /// assert_eq!(account.check(), []);
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[cfg(feature = "validate")]
    #[must_use]
    #[inline]
    pub fn allow_for(
        mut self,
        member: impl AccountMember,
        code: Code,
        reason: impl Into<String>,
    ) -> Self {
        self.allowances.push(Allowed {
            of: Some(member.into_member().label()),
            allowance: Allowance::new(code, reason),
        });
        self
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

/// What is accepted of an account.
#[cfg(feature = "validate")]
#[derive(Clone, Debug)]
struct Allowed {
    /// Of one identity or resource, by its label, or of all.
    of: Option<String>,
    allowance: Allowance,
}
