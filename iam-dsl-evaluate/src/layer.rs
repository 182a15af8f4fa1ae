//! Policies that speak together.

use iam_dsl_core::{Effect, PolicyDocument};

use crate::action_index::ActionIndex;
use crate::principal::Grade;
use crate::statement::{Grammar, Statement};
use crate::trace::{LayerTrace, NearMiss, Outcome, StatementRef};
use crate::{NamedPolicy, Options, Request};

/// Policies that speak together: those of an identity, or of one level of an organization.
#[derive(Debug)]
pub(crate) struct Layer {
    /// How traces call it.
    name: String,
    statements: Vec<Statement>,
    index: ActionIndex,
}

/// What a layer makes of a request. A Deny ends the search.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Verdict {
    pub(crate) denied_by: Option<u32>,
    /// The statement that means the caller most closely.
    pub(crate) allowed_by: Option<(Grade, u32)>,
}

impl Verdict {
    pub(crate) fn grade(self) -> Option<Grade> {
        self.allowed_by.map(|(grade, _)| grade)
    }

    pub(crate) const fn allows(self) -> bool {
        self.allowed_by.is_some()
    }
}

impl Layer {
    pub(crate) fn compile(
        name: impl Into<String>,
        policies: &[NamedPolicy],
        grammar: Grammar,
        options: Options,
    ) -> Self {
        let mut layer = Self {
            name: name.into(),
            statements: Vec::new(),
            index: ActionIndex::default(),
        };
        for (policy_index, policy) in policies.iter().enumerate() {
            let policy_index = (policies.len() > 1).then_some(policy_index);
            for (index, statement) in policy.document().statements().iter().enumerate() {
                // Without actions a statement is about none.
                let Some(actions) = statement.action() else {
                    continue;
                };
                let Ok(number) = u32::try_from(layer.statements.len()) else {
                    continue;
                };
                layer.index.add(actions, statement.effect(), number);
                let place = StatementRef {
                    policy: policy.name().map(str::to_owned),
                    policy_index,
                    index,
                    sid: statement.sid().map(str::to_owned),
                };
                let variables = policy.document().version() == Some(PolicyDocument::VERSION);
                let compiled = Statement::compile(place, statement, grammar, variables, options);
                layer.statements.push(compiled);
            }
        }
        layer
    }

    /// Returns what the layer makes of a request.
    pub(crate) fn verdict(&self, request: &Request, has_boundary: bool) -> Verdict {
        let mut verdict = Verdict::default();
        self.index.visit(request.action_key(), |number| {
            let Some(statement) = self.statement(number) else {
                return true;
            };
            // An Allow that can say nothing new is not looked at.
            if statement.effect == Effect::Allow && verdict.grade() == Some(Grade::Any) {
                return true;
            }
            let Some(grade) = statement.matches(request, has_boundary) else {
                return true;
            };
            match statement.effect {
                Effect::Deny => verdict.denied_by = Some(number),
                Effect::Allow if Some(grade) > verdict.grade() => {
                    verdict.allowed_by = Some((grade, number));
                }
                Effect::Allow => {}
            }
            verdict.denied_by.is_none()
        });
        verdict
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn statement(&self, number: u32) -> Option<&Statement> {
        self.statements.get(number as usize)
    }

    /// Returns what the layer made of a request, and what nearly matched.
    pub(crate) fn trace(&self, request: &Request, has_boundary: bool) -> LayerTrace {
        let verdict = self.verdict(request, has_boundary);
        let (outcome, decided_by) = match (verdict.denied_by, verdict.allowed_by) {
            (Some(number), _) => (Outcome::Denied, Some(number)),
            (None, Some((_, number))) => (Outcome::Allowed, Some(number)),
            (None, None) => (Outcome::NoMatch, None),
        };
        LayerTrace {
            name: self.name.clone(),
            outcome,
            decided_by: decided_by
                .and_then(|number| self.statement(number))
                .map(|statement| statement.place().clone()),
            is_by_account: outcome == Outcome::Allowed && verdict.grade() == Some(Grade::Account),
            near_misses: self.near_misses(request, has_boundary),
        }
    }

    fn near_misses(&self, request: &Request, has_boundary: bool) -> Vec<NearMiss> {
        let mut about_action = Vec::new();
        self.index.visit(request.action_key(), |number| {
            about_action.push(number);
            true
        });
        about_action.sort_unstable();
        about_action.dedup();
        let mut near_misses = Vec::new();
        for number in about_action {
            let Some(statement) = self.statement(number) else {
                continue;
            };
            let mismatches = statement.mismatches(request, has_boundary);
            if !mismatches.is_empty() {
                near_misses.push(NearMiss {
                    statement: statement.place().clone(),
                    effect: statement.effect,
                    mismatches,
                });
            }
        }
        near_misses.sort_by_key(|near_miss| near_miss.mismatches.len());
        near_misses
    }
}
