//! What a statement is about.

use crate::{Elements, Template};

/// The `Resource` or `NotResource` of a statement.
///
/// AWS: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html),
/// [NotResource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html).
///
/// ```
/// use iam_dsl_core::{Elements, ResourceElement};
///
/// let element = ResourceElement::NotResource(Elements::one("arn:aws:s3:::logs/*".into()));
/// assert!(element.is_not());
/// assert_eq!(element.resources().len(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ResourceElement {
    /// The statement is about these.
    Resource(Elements<Template>),
    /// The statement is about all but these.
    NotResource(Elements<Template>),
}

impl ResourceElement {
    /// The resources that are named, whichever way.
    #[must_use]
    pub const fn resources(&self) -> &Elements<Template> {
        match self {
            Self::Resource(resources) | Self::NotResource(resources) => resources,
        }
    }

    /// Returns true for `NotResource`.
    #[must_use]
    pub const fn is_not(&self) -> bool {
        matches!(self, Self::NotResource(_))
    }

    /// The element's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Resource(_) => "Resource",
            Self::NotResource(_) => "NotResource",
        }
    }

    /// The same element with other resources.
    pub(crate) fn with(&self, resources: Elements<Template>) -> Self {
        match self {
            Self::Resource(_) => Self::Resource(resources),
            Self::NotResource(_) => Self::NotResource(resources),
        }
    }
}
