//! Where the statements of a grant go.

use iam_dsl_core::{ConditionBlock, PolicyStatement};

use super::Party;
use crate::{Role, condition::narrowed, handle::Handle};

/// What a grant adds, and where.
#[derive(Debug, Default)]
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

/// Statements for policies of resources, each with the policy that it goes to.
#[derive(Debug, Default)]
pub(super) struct Half {
    places: Vec<Place>,
    pub(super) statements: Vec<PolicyStatement>,
}

/// A policy that takes a half.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    Policy(Box<Handle>),
    Trust(Role),
}

impl Plan {
    /// Puts the statements where they belong.
    #[inline]
    pub(super) fn put(&self, party: &Party) {
        if let Some(identity) = party.own_identity() {
            identity.add_to_policy(&self.identity);
        }
        self.resource.put();
        self.key.put();
    }

    /// Changes the statements, here and where they were put. Those that come to nothing go.
    #[inline]
    pub(super) fn change(
        &mut self,
        party: &Party,
        new: &dyn Fn(&PolicyStatement) -> Option<PolicyStatement>,
    ) {
        if let Some(identity) = party.own_identity() {
            for old in &self.identity {
                identity.replace_in_policy(old, new(old));
            }
        }
        change(&mut self.identity, new);
        self.resource.change(new);
        self.key.change(new);
        change(&mut self.elsewhere, new);
    }

    /// Narrows all statements.
    #[inline]
    pub(super) fn narrow(&mut self, demands: &ConditionBlock) {
        if demands.is_empty() {
            return;
        }
        let all = [
            &mut self.identity,
            &mut self.resource.statements,
            &mut self.key.statements,
            &mut self.elsewhere,
        ];
        for statement in all.into_iter().flatten() {
            let said = statement.condition().cloned().unwrap_or_default();
            *statement = statement
                .clone()
                .with_condition(narrowed(said, demands.clone()));
        }
    }

    /// The statements that were put somewhere.
    #[inline]
    pub(super) fn given(&self) -> impl Iterator<Item = &PolicyStatement> {
        self.identity
            .iter()
            .chain(&self.resource.statements)
            .chain(&self.key.statements)
    }
}

impl Half {
    #[inline]
    pub(crate) fn add(&mut self, place: &Place, statements: Vec<PolicyStatement>) {
        let places = statements.iter().map(|_| place.clone());
        self.places.extend(places);
        self.statements.extend(statements);
    }

    #[inline]
    fn put(&self) {
        for (place, statement) in self.places.iter().zip(&self.statements) {
            match place {
                Place::Policy(handle) => handle.add_to_policy(statement),
                Place::Trust(role) => role.identity().add_to_trust(statement),
            }
        }
    }

    #[inline]
    fn change(&mut self, new: &dyn Fn(&PolicyStatement) -> Option<PolicyStatement>) {
        for (place, old) in self.places.iter().zip(&self.statements) {
            match place {
                Place::Policy(handle) => handle.replace_in_policy(old, new(old)),
                Place::Trust(role) => role.identity().replace_in_trust(old, new(old)),
            }
        }
        let mut kept = self.statements.iter().map(|old| new(old).is_some());
        self.places.retain(|_| kept.next().unwrap_or(false));
        change(&mut self.statements, new);
    }
}

#[inline]
fn change(
    statements: &mut Vec<PolicyStatement>,
    new: &dyn Fn(&PolicyStatement) -> Option<PolicyStatement>,
) {
    *statements = statements.iter().filter_map(new).collect();
}

impl Place {
    #[inline]
    pub(crate) fn policy_of(handle: &Handle) -> Self {
        Self::Policy(Box::new(handle.clone()))
    }
}
