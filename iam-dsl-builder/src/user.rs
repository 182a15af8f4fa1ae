//! Users.

use iam_dsl_core::Arn;

use crate::{
    Group, IdentityError, ValueError,
    identity::{
        Check, Identity, boundary_methods, entity_methods, permission_methods,
        sort::{GROUPS_LIMIT, USER},
        tag_methods,
    },
    policy::{IdentityPrincipal, IdentityResource},
    principal::{IntoPrincipals, IntoTrust, Principal, Trust},
    statement::{
        Statement,
        state::{Effect, ToPrincipals},
    },
};

/// A user: what it may do by itself and by its groups.
///
/// A user is a handle: its clones share one user. People are better served by federation and roles.
///
/// AWS: [IAM users](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{Group, User, s3};
///
/// let reports = s3::Bucket::named("reports");
/// let auditors = Group::new("auditors");
/// reports.grant_read(&auditors)?;
///
/// let user = User::new("audit-2026").in_group(&auditors);
/// assert_allows!(user, s3::GetObject, on = reports.objects("q1.csv"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct User(Identity);

entity_methods!(User, "user", "user/");
tag_methods!(User, "user");
permission_methods!(User, "user");
boundary_methods!(User, "user");

impl User {
    /// A user of the deploying account. [`mistakes`](Self::mistakes) checks the name.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self(Identity::new(&USER, name.into()))
    }

    /// A user that exists already, such as one of another account.
    ///
    /// What it is granted collects in its [`policy`](Self::policy), for its owner to attach.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a user.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::User;
    ///
    /// let partner = User::from_arn(arn!("arn:aws:iam::999999999999:user/ci/uploader"))?;
    /// assert_eq!((partner.path(), partner.name()), ("/ci/".to_owned(), "uploader".to_owned()));
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Identity::from_arn(&USER, arn).map(Self)
    }

    /// Makes the user a member of a group, whose permissions it has from then on.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{Group, User};
    ///
    /// let payments = Group::new("payments");
    /// let user = User::new("payments-oncall").in_group(&payments);
    /// assert_eq!(user.groups(), ["payments"]);
    /// assert_eq!(payments.members()[0].name(), "payments-oncall");
    /// ```
    #[must_use]
    #[inline]
    pub fn in_group(self, group: &Group) -> Self {
        let is_new = self.join(group.identity());
        if is_new {
            group.join(self.clone());
        }
        self
    }

    /// Returns the names of the groups that the user is in.
    #[inline]
    pub fn groups(&self) -> Vec<String> {
        let state = self.0.lock();
        let mut names = Vec::with_capacity(state.groups.len());
        for group in &state.groups {
            names.push(group.name());
        }
        names
    }

    /// Says that the user has access keys, with which programs sign in as the user. `Account::check` looks at it.
    ///
    /// Keys work until somebody takes them away; what runs on AWS is better served by a role. No JSON of an account has them.
    ///
    /// AWS: [access keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::User;
    ///
    /// assert!(User::new("backup-appliance").with_access_key().has_access_key());
    /// ```
    #[must_use]
    #[inline]
    pub fn with_access_key(self) -> Self {
        self.0.lock().has_access_key = true;
        self
    }

    /// Says that the user has a password and signs in to the console: a person. `Account::check` looks at it.
    ///
    /// AWS: [passwords](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords.html).
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::User;
    ///
    /// assert!(User::new("payments-oncall").with_console_access().has_console_access());
    /// ```
    #[must_use]
    #[inline]
    pub fn with_console_access(self) -> Self {
        self.0.lock().has_console_access = true;
        self
    }

    /// Returns true when programs sign in as the user, with an access key.
    #[inline]
    pub fn has_access_key(&self) -> bool {
        self.0.lock().has_access_key
    }

    /// Returns true when the user signs in to the console.
    #[inline]
    pub fn has_console_access(&self) -> bool {
        self.0.lock().has_console_access
    }

    /// Adds a statement to the user's policy.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::User;
    ///
    /// let user = User::new("app");
    /// user.add(allow(actions![s3::ListAllMyBuckets]).on(any()));
    /// assert!(user.policy().to_json().contains("s3:ListAllMyBuckets"));
    /// ```
    #[inline]
    pub fn add<E, P, R>(&self, statement: Statement<E, P, R>)
    where
        E: Effect,
        P: IdentityPrincipal,
        R: IdentityResource,
    {
        self.0.lock().policy.add(statement);
    }

    /// Returns what IAM would refuse of the user: names, paths, tags, counts and sizes.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::User;
    ///
    /// let user = User::new("");
    /// assert_eq!(user.mistakes()[0].to_string(), "the name of user `` is ``: a name is of letters, digits and `+=,.@_-`");
    /// ```
    #[inline]
    pub fn mistakes(&self) -> Vec<IdentityError> {
        let mut mistakes = self.0.mistakes();
        let mut check = Check {
            identity: self.0.label(),
            mistakes: &mut mistakes,
        };
        check.count("groups", self.groups().len(), GROUPS_LIMIT);
        mistakes
    }

    /// Returns false for a group that the user is in already.
    #[inline]
    fn join(&self, group: &Identity) -> bool {
        let groups = &mut self.0.lock().groups;
        for known in groups.iter() {
            if known.is(group) {
                return false;
            }
        }
        groups.push(group.clone());
        true
    }

    #[inline]
    pub(crate) fn identity(&self) -> &Identity {
        &self.0
    }
}

impl IntoPrincipals for &User {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        self.arn().into_principals()
    }
}

impl IntoPrincipals for User {
    type State = ToPrincipals;

    #[inline]
    fn into_principals(self) -> Vec<Principal> {
        (&self).into_principals()
    }
}

impl IntoTrust for &User {
    #[inline]
    fn into_trust(self) -> Trust {
        self.arn().into_trust()
    }
}

impl IntoTrust for User {
    #[inline]
    fn into_trust(self) -> Trust {
        (&self).into_trust()
    }
}
