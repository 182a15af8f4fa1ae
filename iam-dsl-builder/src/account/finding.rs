//! What is found in an account.

use std::fmt;

use iam_dsl_core::{
    PathSegment,
    check::{Code, Finding, FindingType, Message},
    json::Span,
    json_path,
};
use serde::{Serialize, Serializer, ser::SerializeStruct};

/// What is found in an account: of an identity or a resource as a whole, or in one of its policies.
///
/// As JSON it has the form of the findings of `cargo iam check`, and says whose it is.
///
/// # Example
///
/// ```
/// use iam_dsl::check::{Code, FindingType};
/// use iam_dsl::prelude::*;
/// use iam_dsl::Account;
///
/// let account = Account::new(&Env::new("123456789012", "eu-central-1")?).with(Role::new("app"));
/// let finding = &account.findings()[0];
/// assert_eq!(finding.code(), Code::ROLE_WITHOUT_TRUST);
/// assert_eq!(finding.finding_type(), FindingType::Error);
/// assert_eq!(finding.of(), "role `app`");
/// assert_eq!(finding.to_string(), "role `app` is trusted by nobody");
/// assert_eq!(finding.help(), Some("say who may assume it with `.trusted_by(..)`"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountFinding {
    of: String,
    document: Option<String>,
    finding: Finding,
}

impl AccountFinding {
    /// Of an identity or a resource as a whole.
    #[inline]
    pub(super) fn new(of: String, message: Message) -> Self {
        Self {
            of,
            document: None,
            finding: Finding::new(Vec::new(), Span::default(), message),
        }
    }

    /// In a policy of it.
    #[cfg(feature = "validate")]
    #[inline]
    pub(super) fn in_document(of: String, document: String, finding: Finding) -> Self {
        Self {
            of,
            document: Some(document),
            finding,
        }
    }

    /// The same as far as it matters in an account of that profile.
    #[cfg(feature = "validate")]
    #[inline]
    pub(super) fn in_profile(mut self, profile: iam_dsl_core::check::Profile) -> Option<Self> {
        self.finding = profile.apply(vec![self.finding]).pop()?;
        Some(self)
    }

    /// Returns what kind of mistake it is.
    #[inline]
    pub fn code(&self) -> Code {
        self.finding.code()
    }

    /// Returns how grave it is: as its code says, unless a profile has lowered it.
    #[inline]
    pub fn finding_type(&self) -> FindingType {
        self.finding.finding_type()
    }

    /// Returns what it was found of, such as ``role `app` ``: an identity, a managed policy, a resource, or the account.
    #[inline]
    pub fn of(&self) -> &str {
        &self.of
    }

    /// Returns the policy of it where it was found, such as `trust policy`; or nothing, if it is of no single policy.
    #[inline]
    pub fn document(&self) -> Option<&str> {
        self.document.as_deref()
    }

    /// Returns the path within that policy.
    #[inline]
    pub fn path(&self) -> &[PathSegment] {
        self.finding.path()
    }

    /// Returns what is wrong, in one line.
    #[inline]
    pub fn message(&self) -> &str {
        self.finding.message()
    }

    /// Returns what to do about it.
    #[inline]
    pub fn help(&self) -> Option<&str> {
        self.finding.help()
    }
}

impl fmt::Display for AccountFinding {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.finding.fmt(f)?;
        match &self.document {
            Some(document) => write!(f, " in the {document} of {}", self.of),
            None => Ok(()),
        }
    }
}

impl Serialize for AccountFinding {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("AccountFinding", 7)?;
        fields.serialize_field("of", self.of())?;
        fields.serialize_field("document", &self.document())?;
        fields.serialize_field("type", self.finding_type().as_str())?;
        fields.serialize_field("code", self.code().name())?;
        fields.serialize_field("path", &json_path(self.path()))?;
        fields.serialize_field("message", self.message())?;
        fields.serialize_field("help", &self.help())?;
        fields.end()
    }
}
