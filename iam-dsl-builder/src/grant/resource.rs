//! What a resource tells about itself when it is granted.

use iam_dsl_core::Template;

use super::{Entry, GrantError, Party};
use crate::{condition::Condition, handle::Handle, principal::Principal};

/// What a permission is on: resources, and the conditions that narrow them further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    pub(crate) resources: Vec<Template>,
    pub(crate) conditions: Vec<Condition>,
}

impl Scope {
    #[inline]
    pub(crate) fn on(resources: Vec<Template>) -> Self {
        Self {
            resources,
            conditions: Vec::new(),
        }
    }
}

/// A resource that can be granted.
pub(crate) trait Granting {
    /// The forms its permissions are on, such as a bucket and its objects.
    type Form: Copy;

    /// The resource whose policy takes the other half.
    fn handle(&self) -> &Handle;

    /// The resource as messages name it, such as ``bucket `uploads` ``.
    fn label(&self) -> String;

    fn scope(&self, form: Self::Form) -> Result<Scope, GrantError>;

    /// How the resource's policy names the grantee, if it can.
    #[inline]
    fn admit(
        &self,
        _entry: &Entry<Self::Form>,
        party: &Party,
    ) -> Result<Vec<Principal>, GrantError> {
        Ok(party.principals())
    }
}
