//! Why a request was decided as it was.

mod print;
mod sentence;
mod statement;

pub use statement::{ConditionFailure, ElementFailure, Mismatch, NearMiss, StatementRef};

use iam_dsl_core::Effect;

use crate::judgement::Cause;
use crate::verdicts::Layers;
use crate::{Decision, Request};

/// Why a request was decided as it was: layer by layer, statement by statement.
///
/// It prints with the cause in its first line.
#[derive(Clone, Debug)]
pub struct Trace {
    pub(crate) decision: Decision,
    pub(crate) cause: String,
    pub(crate) layers: Vec<LayerTrace>,
}

/// What one layer said.
#[derive(Clone, Debug)]
pub struct LayerTrace {
    pub(crate) name: String,
    pub(crate) outcome: Outcome,
    pub(crate) decided_by: Option<StatementRef>,
    pub(crate) is_by_account: bool,
    pub(crate) near_misses: Vec<NearMiss>,
}

/// What a layer made of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A Deny statement of it matches.
    Denied,
    /// An Allow statement of it matches, and no Deny.
    Allowed,
    /// No statement of it matches.
    NoMatch,
}

impl Trace {
    pub(crate) fn new(layers: &Layers, cause: Cause, request: &Request) -> Self {
        let traces = layers.traces(request);
        Self {
            decision: cause.decision(),
            cause: sentence::sentence(layers, cause, request),
            layers: traces,
        }
    }

    /// Returns the decision.
    pub const fn decision(&self) -> Decision {
        self.decision
    }

    /// Returns the cause, in a sentence: the first line of what is printed.
    pub fn cause(&self) -> &str {
        &self.cause
    }

    /// Returns the condition keys that an Allow statement about the action asks for and the request
    /// lacks, each once.
    pub fn missing_keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = Vec::new();
        for layer in &self.layers {
            for near_miss in &layer.near_misses {
                for mismatch in &near_miss.mismatches {
                    if let Mismatch::Condition(failure) = mismatch
                        && near_miss.effect == Effect::Allow
                        && failure.found.is_none()
                        && !keys
                            .iter()
                            .any(|known| known.eq_ignore_ascii_case(&failure.key))
                    {
                        keys.push(&failure.key);
                    }
                }
            }
        }
        keys
    }

    /// Returns what each layer that exists said, in the order in which AWS looks at them.
    pub fn layers(&self) -> &[LayerTrace] {
        &self.layers
    }
}

impl LayerTrace {
    /// Returns the name: `identity policies`, `permissions boundary`, `SCPs of root` …
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns what the layer made of the request.
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Returns the statement that matched, a Deny before an Allow.
    pub const fn decided_by(&self) -> Option<&StatementRef> {
        self.decided_by.as_ref()
    }

    /// Returns true when the layer allows the caller's account, whose own policies must allow it too.
    pub const fn is_by_account(&self) -> bool {
        self.is_by_account
    }

    /// Returns the statements about the action that do not match, those that miss by least first.
    pub fn near_misses(&self) -> &[NearMiss] {
        &self.near_misses
    }
}
