//! Whom a statement is about.

use std::fmt;

use crate::{Elements, Template};

/// The `Principal` or `NotPrincipal` of a statement.
///
/// AWS: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html),
/// [NotPrincipal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).
///
/// ```
/// use iam_dsl_core::{PrincipalElement, Principals};
///
/// let everyone = PrincipalElement::Principal(Principals::Any);
/// assert_eq!(everyone.name(), "Principal");
/// assert!(!everyone.is_not());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PrincipalElement {
    /// The statement is about these.
    Principal(Principals),
    /// The statement is about all but these.
    NotPrincipal(Principals),
}

impl PrincipalElement {
    /// The principals that are named, whichever way.
    #[must_use]
    pub const fn principals(&self) -> &Principals {
        match self {
            Self::Principal(principals) | Self::NotPrincipal(principals) => principals,
        }
    }

    /// Returns true for `NotPrincipal`.
    #[must_use]
    pub const fn is_not(&self) -> bool {
        matches!(self, Self::NotPrincipal(_))
    }

    /// The element's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Principal(_) => "Principal",
            Self::NotPrincipal(_) => "NotPrincipal",
        }
    }

    /// The same element with other principals.
    pub(crate) fn with(&self, principals: Principals) -> Self {
        match self {
            Self::Principal(_) => Self::Principal(principals),
            Self::NotPrincipal(_) => Self::NotPrincipal(principals),
        }
    }
}

/// Principals: everyone, or lists by type.
///
/// ```
/// use iam_dsl_core::{PrincipalType, Principals};
///
/// let principals = Principals::from((PrincipalType::Service, "lambda.amazonaws.com"))
///     .with(PrincipalType::Aws, "123456789012");
/// assert_eq!(principals.iter().count(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Principals {
    /// `"*"`: everyone, signed in or not.
    Any,
    /// Principals by type, each type once, in the order they were written.
    Map(Vec<(PrincipalType, Elements<Template>)>),
}

impl Principals {
    /// No principals yet.
    #[must_use]
    pub const fn new() -> Self {
        Self::Map(Vec::new())
    }

    /// Adds a principal, beside others of its type. Everyone plus one is everyone.
    pub fn add(&mut self, kind: PrincipalType, principal: impl Into<Template>) {
        let Self::Map(types) = self else { return };
        let principal = principal.into();
        let same_type = types
            .iter_mut()
            .find(|(known, _)| known.as_str() == kind.as_str());
        match same_type {
            None => types.push((kind, Elements::one(principal))),
            Some((_, known)) if known.as_slice().contains(&principal) => {}
            Some((_, known)) => known.push(principal),
        }
    }

    /// The principals with one more.
    #[must_use]
    pub fn with(mut self, kind: PrincipalType, principal: impl Into<Template>) -> Self {
        self.add(kind, principal);
        self
    }

    /// Each principal with its type; none for [`Principals::Any`].
    pub fn iter(&self) -> impl Iterator<Item = (&PrincipalType, &Template)> {
        let types: &[(PrincipalType, Elements<Template>)] = match self {
            Self::Any => &[],
            Self::Map(types) => types,
        };
        types.iter().flat_map(|(kind, principals)| {
            principals.iter().map(move |principal| (kind, principal))
        })
    }
}

impl Default for Principals {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Into<Template>> From<(PrincipalType, T)> for Principals {
    fn from((kind, principal): (PrincipalType, T)) -> Self {
        Self::new().with(kind, principal)
    }
}

/// The type of a principal: a key of the `Principal` object.
///
/// ```
/// use iam_dsl_core::PrincipalType;
///
/// assert_eq!(PrincipalType::from("AWS"), PrincipalType::Aws);
/// assert_eq!(PrincipalType::from("aws").as_str(), "aws");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PrincipalType {
    /// `AWS`: accounts, users, roles, sessions.
    Aws,
    /// `Service`: an AWS service.
    Service,
    /// `Federated`: an identity provider.
    Federated,
    /// `CanonicalUser`: an account by its Amazon S3 id.
    CanonicalUser,
    /// Another text, kept as it was read.
    Other(Box<str>),
}

impl PrincipalType {
    /// The word that policies use.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Aws => "AWS",
            Self::Service => "Service",
            Self::Federated => "Federated",
            Self::CanonicalUser => "CanonicalUser",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for PrincipalType {
    fn from(text: &str) -> Self {
        match text {
            "AWS" => Self::Aws,
            "Service" => Self::Service,
            "Federated" => Self::Federated,
            "CanonicalUser" => Self::CanonicalUser,
            other => Self::Other(other.into()),
        }
    }
}

impl fmt::Display for PrincipalType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
