//! Statements in a trace.

use iam_dsl_core::Effect;

/// Where a statement stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRef {
    pub(crate) policy: Option<String>,
    /// The policy's position, where its layer has several.
    pub(crate) policy_index: Option<usize>,
    pub(crate) index: usize,
    pub(crate) sid: Option<String>,
}

/// A statement about the action that does not match, and what keeps it from that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    pub(crate) statement: StatementRef,
    pub(crate) effect: Effect,
    pub(crate) mismatches: Vec<Mismatch>,
}

/// What keeps a statement from matching.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mismatch {
    /// `Principal` or `NotPrincipal` leaves the caller out.
    Principal(ElementFailure),
    /// `Resource` or `NotResource` leaves the resource out.
    Resource(ElementFailure),
    /// A condition does not hold.
    Condition(ConditionFailure),
}

/// An element that leaves the request out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementFailure {
    pub(crate) element: &'static str,
    pub(crate) wanted: Vec<String>,
}

impl ElementFailure {
    /// Returns the element's name; where the statement lacks it, the one that it should have.
    pub const fn element(&self) -> &'static str {
        self.element
    }

    /// Returns what the element names, as the policy has it; nothing where the statement lacks it.
    pub fn wanted(&self) -> &[String] {
        &self.wanted
    }
}

/// A condition that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionFailure {
    pub(crate) operator: String,
    pub(crate) key: String,
    pub(crate) wanted: Vec<String>,
    pub(crate) found: Option<Vec<String>>,
}

impl StatementRef {
    /// Returns the name of the policy, if it has one.
    pub fn policy(&self) -> Option<&str> {
        self.policy.as_deref()
    }

    /// Returns the policy's position in its layer, from 0, where the layer has several.
    pub const fn policy_index(&self) -> Option<usize> {
        self.policy_index
    }

    /// Returns the statement's position in the policy, from 0.
    pub const fn index(&self) -> usize {
        self.index
    }

    /// Returns the statement's Sid.
    pub fn sid(&self) -> Option<&str> {
        self.sid.as_deref()
    }
}

impl NearMiss {
    /// Returns where the statement stands.
    pub const fn statement(&self) -> &StatementRef {
        &self.statement
    }

    /// Returns the statement's effect.
    pub const fn effect(&self) -> Effect {
        self.effect
    }

    /// Returns what keeps it from matching.
    pub fn mismatches(&self) -> &[Mismatch] {
        &self.mismatches
    }
}

impl ConditionFailure {
    /// Returns the operator, as the policy has it.
    pub fn operator(&self) -> &str {
        &self.operator
    }

    /// Returns the condition key, as the policy has it.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns the values of the policy, variables as they are written.
    pub fn wanted(&self) -> &[String] {
        &self.wanted
    }

    /// Returns the values of the request; `None` where it lacks the key.
    pub fn found(&self) -> Option<&[String]> {
        self.found.as_deref()
    }
}
