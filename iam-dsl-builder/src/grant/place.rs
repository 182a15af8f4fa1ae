//! Where the statements of a grant go.

use iam_dsl_core::PolicyStatement;

use super::Party;
use crate::{Role, handle::Handle};

/// What a grant adds, and where.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// To the grantee's policy.
    pub(super) identity: Vec<PolicyStatement>,
    /// To the policies of the resources.
    pub(super) resource: Half,
    /// To the policies of their keys.
    pub(super) key: Half,
    /// What the owner of the grantee has to give it.
    pub(super) elsewhere: Vec<PolicyStatement>,
}

/// Statements for policies of resources: so many for each, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Half {
    places: Vec<(Place, usize)>,
    pub(super) statements: Vec<PolicyStatement>,
}

/// A policy that takes a half.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    Policy(Box<Handle>),
    Trust(Role),
}

impl Plan {
    /// Puts the statements where they belong, in place of those of `old`.
    #[inline]
    pub(super) fn put(&self, party: &Party, old: &Self) {
        if let Some(identity) = party.own_identity() {
            identity.replace_in_policy(&old.identity, &self.identity);
        }
        self.resource.put(&old.resource);
        self.key.put(&old.key);
    }

    /// All statements.
    #[inline]
    pub(super) fn statements(&self) -> impl Iterator<Item = &PolicyStatement> {
        self.identity
            .iter()
            .chain(&self.resource.statements)
            .chain(&self.key.statements)
            .chain(&self.elsewhere)
    }

    /// The plan with other statements, or without some.
    #[inline]
    pub(super) fn map(&self, change: impl Fn(&PolicyStatement) -> Option<PolicyStatement>) -> Self {
        let list = |statements: &[PolicyStatement]| statements.iter().filter_map(&change).collect();
        Self {
            identity: list(&self.identity),
            resource: self.resource.map(&list),
            key: self.key.map(&list),
            elsewhere: list(&self.elsewhere),
        }
    }
}

impl Half {
    #[inline]
    pub(crate) fn add(&mut self, place: Place, statements: Vec<PolicyStatement>) {
        self.places.push((place, statements.len()));
        self.statements.extend(statements);
    }

    /// Each place with what goes there.
    #[inline]
    fn by_place(&self) -> impl Iterator<Item = (&Place, &[PolicyStatement])> {
        let mut rest = self.statements.as_slice();
        self.places.iter().map(move |(place, count)| {
            let (here, others) = rest.split_at_checked(*count).unwrap_or((rest, &[]));
            rest = others;
            (place, here)
        })
    }

    #[inline]
    fn map(&self, list: &impl Fn(&[PolicyStatement]) -> Vec<PolicyStatement>) -> Self {
        let mut half = Self::default();
        for (place, statements) in self.by_place() {
            half.add(place.clone(), list(statements));
        }
        half
    }

    /// The places are those of `old`, if that has any.
    #[inline]
    fn put(&self, old: &Self) {
        let mut old = old.by_place();
        for (place, statements) in self.by_place() {
            let old = old.next().map_or(&[][..], |(_, old)| old);
            match place {
                Place::Policy(handle) => handle.replace_in_policy(old, statements),
                Place::Trust(role) => role.identity().replace_in_trust(old, statements),
            }
        }
    }
}

impl Place {
    #[inline]
    pub(crate) fn policy_of(handle: &Handle) -> Self {
        Self::Policy(Box::new(handle.clone()))
    }
}
