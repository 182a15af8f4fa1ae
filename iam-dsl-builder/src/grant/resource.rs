//! What a resource tells about itself when it is granted.

use iam_dsl_core::{ActionPattern, Template};

use super::{GrantError, On, Party, Request};
use crate::{
    condition::Condition,
    handle::{Handle, PolicySupport},
};

/// What a permission is on: resources, and the conditions that narrow them further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    pub(crate) resources: Vec<Template>,
    pub(crate) conditions: Vec<Condition>,
}

impl Scope {
    #[inline]
    pub(crate) fn on(resource: impl Into<Template>) -> Self {
        Self::on_all(vec![resource.into()])
    }

    #[inline]
    pub(crate) fn on_all(resources: Vec<Template>) -> Self {
        Self {
            resources,
            conditions: Vec::new(),
        }
    }

    /// The same, and another resource.
    #[inline]
    pub(crate) fn and(mut self, resource: impl Into<Template>) -> Self {
        self.resources.push(resource.into());
        self
    }

    /// What every form but those of single services stands for.
    #[inline]
    pub(crate) fn of(handle: &Handle, on: On) -> Self {
        Self::on(match on {
            On::ItselfAnd(suffix) => {
                return Self::on_all(vec![handle.arn().into(), handle.sub_arn(suffix).into()]);
            }
            On::Everything => Template::from_static("*"),
            On::Under(suffix) => Template::from(handle.sub_arn(suffix)),
            On::Beside(resource) => Template::from(handle.arn_beside(resource)),
            On::Itself | On::Objects | On::Listing | On::TableAndIndexes | On::Indexes => {
                Template::from(handle.arn())
            }
        })
    }
}

/// A resource that can be granted.
pub(crate) trait Granting {
    /// The resource whose policy takes the other half.
    fn handle(&self) -> &Handle;

    /// The resource as messages name it, such as ``bucket `uploads` ``.
    #[inline]
    fn label(&self) -> String {
        self.handle().label()
    }

    /// What a form of the resource stands for.
    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(Scope::of(self.handle(), on))
    }

    /// The same in the resource's own policy, if that can say it.
    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        if on == On::Everything {
            return Ok(None);
        }
        self.scope(on).map(Some)
    }

    /// The forms that a single action is granted on, as far as it can act on them.
    #[inline]
    fn forms_for(&self, _action: &ActionPattern) -> &'static [On] {
        self.handle().class().forms
    }

    /// What to do instead of granting a single action, if granting it to this grantee would come to nothing: such as an
    /// action that the resource's policy would have to say, and does not take.
    #[inline]
    fn refusal(&self, _action: &ActionPattern, _party: &Party) -> Option<&'static str> {
        None
    }

    /// Whether the resource's policy has to admit the grantee.
    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.is_foreign_to(self.handle().owner())
    }

    /// Whether what the grantee's own policy says counts.
    #[inline]
    fn heeds_own_policy(&self, _party: &Party) -> bool {
        true
    }

    /// How the resource's policy names the grantee, if it can.
    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        if self.handle().class().policy == PolicySupport::None {
            return Err(request.refuse_foreign(party));
        }
        party.as_usual_principal(request)
    }
}

/// A resource whose policy takes the grant, whomever it takes otherwise.
pub(crate) struct PolicyOnly<'a>(pub(crate) &'a dyn Granting);

impl Granting for PolicyOnly<'_> {
    #[inline]
    fn handle(&self) -> &Handle {
        self.0.handle()
    }

    #[inline]
    fn label(&self) -> String {
        self.0.label()
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        self.0.scope(on)
    }

    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        self.0.scope_in_policy(on)
    }

    #[inline]
    fn admit(&self, _request: &Request, party: &Party) -> Result<Party, GrantError> {
        Ok(party.clone())
    }
}
