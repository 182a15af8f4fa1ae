//! Every statement says which actions it is about, and never says one thing in both ways.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>

use crate::check::report::Report;
use crate::check::view::{Document, Place};
use crate::check::{Code, Message};
use crate::json::Span;

codes! {
    /// A statement names no actions.
    ///
    /// It would be about nothing, and IAM does not save the policy.
    ///
    /// Instead, add `Action` with what is allowed or denied.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
    MISSING_ACTION = error;
    /// A statement has an element and its opposite.
    ///
    /// `Action` and `NotAction`, `Resource` and `NotResource`, `Principal` and `NotPrincipal` exclude each other. IAM
    /// does not save the policy.
    ///
    /// Instead, keep one of the two, and put the other into a statement of its own.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>
    UNSUPPORTED_ELEMENT_COMBINATION = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        if statement.actions.is_empty() {
            report.add(
                statement.place,
                statement.span,
                Message::new(Code::MISSING_ACTION, "the statement has no `Action`")
                    .with_help("add `\"Action\": [ … ]` with what it allows or denies"),
            );
        }
        for elements in [&statement.actions, &statement.resources] {
            let Some(first) = elements.first() else {
                continue;
            };
            // The same element twice is the reader's to report.
            if let Some(other) = elements.iter().find(|element| element.name != first.name) {
                exclusive(other.name, other.place, other.key_span, report);
            }
        }
        let principals = &statement.principals;
        let Some(first) = principals.first() else {
            continue;
        };
        if let Some(other) = principals.iter().find(|element| element.name != first.name) {
            exclusive(other.name, other.place, other.key_span, report);
        }
    }
}

fn exclusive(name: &str, place: Place<'_>, span: Span, report: &mut Report) {
    let positive = name.strip_prefix("Not").unwrap_or(name);
    report.add(
        place,
        span,
        Message::new(
            Code::UNSUPPORTED_ELEMENT_COMBINATION,
            format!("the statement has both `{positive}` and `Not{positive}`"),
        )
        .with_help("keep one of them; a second statement can hold the other"),
    );
}
