//! Where rules put what they find.

use super::view::{Leaf, Place};
use super::{Finding, Message};
use crate::json::Span;

/// The findings so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    findings: Vec<Finding>,
}

impl Report {
    pub(crate) fn add(&mut self, place: Place<'_>, span: Span, message: Message) {
        self.findings
            .push(Finding::new(place.path(), span, message));
    }

    /// Adds what is wrong with a text, at that text.
    pub(crate) fn add_at(&mut self, text: &Leaf<'_>, message: Message) {
        self.add(text.place, text.span, message);
    }

    /// Returns the findings in the order of the document, of one place the gravest first.
    pub(crate) fn into_findings(mut self) -> Vec<Finding> {
        self.findings
            .sort_by_key(|finding| (finding.span(), finding.finding_type()));
        self.findings.dedup();
        self.findings
    }
}
