//! What became of a case.

use iam_dsl_evaluate::{Decision, Trace};

use crate::case::Case;

/// A case with its decision.
pub(super) struct Answer {
    pub(super) case: Case,
    pub(super) decision: Decision,
    /// Why, where that is asked for.
    pub(super) trace: Option<Trace>,
}

/// When the reason for a decision is looked for, which takes longer than the decision.
#[derive(Clone, Copy)]
pub(super) enum Detail {
    Always,
    /// Where something else was expected, or nothing and the request is denied.
    WhenAskedFor,
}

impl Answer {
    pub(super) fn to(case: Case, detail: Detail) -> Self {
        if matches!(detail, Detail::Always) {
            let trace = case.evaluator.explain(&case.request);
            return Self {
                decision: trace.decision(),
                trace: Some(trace),
                case,
            };
        }
        let decision = case.evaluator.decide(&case.request);
        let is_plain = match case.expected {
            Some(expected) => expected.is_met_by(decision),
            None => decision.is_allowed(),
        };
        Self {
            decision,
            trace: (!is_plain).then(|| case.evaluator.explain(&case.request)),
            case,
        }
    }

    /// Tells whether the decision is as expected; `None` where nothing is.
    pub(super) fn is_expected(&self) -> Option<bool> {
        let expected = self.case.expected?;
        Some(expected.is_met_by(self.decision))
    }

    /// Says what was expected and what came instead.
    pub(super) fn difference(&self) -> String {
        match self.case.expected {
            Some(expected) => format!("expected {expected}, decided {}", self.decision),
            None => format!("decided {}", self.decision),
        }
    }

    /// Returns what to call the case: its id, or else the line it is on.
    pub(super) fn name(&self) -> String {
        if self.case.id.is_none() {
            format!("line {}", self.case.line)
        } else {
            self.case.id.to_string()
        }
    }

    /// Returns the file and the line of the case.
    pub(super) fn place(&self) -> String {
        format!("{}:{}", self.case.file, self.case.line)
    }

    /// Returns why it was decided so, over some lines, where that was asked for.
    pub(super) fn reason(&self) -> String {
        self.trace
            .as_ref()
            .map_or_else(String::new, Trace::to_string)
    }
}
