//! Policy variables are well formed, and stand where IAM fills them in.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>

use crate::check::names::{has_variable, variables};
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, PrincipalValue, Scalar, Statement};
use crate::check::{Code, Message};

codes! {
    /// A policy variable stands in an element in which IAM does not fill it in.
    ///
    /// Variables work in `Resource` and `Condition`. Elsewhere the text with its braces is taken as it is, and matches
    /// nothing.
    ///
    /// Instead, write the value in full, or ask for it in `Condition`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-wheretouse>
    VARIABLE_UNSUPPORTED_IN_ELEMENT = error;
    /// A policy variable stands in a policy of the old version of the policy language.
    ///
    /// Only version `2012-10-17` knows variables, and a policy without `Version` is of the old one. The text with its
    /// braces is taken as it is, and matches nothing.
    ///
    /// Instead, write `"Version": "2012-10-17"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>
    VARIABLE_UNSUPPORTED_IN_VERSION = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let in_force = match &document.version {
        Some(version) => version.text.is_none_or(|text| text != "2008-10-17"),
        None => false,
    };
    for statement in &document.statements {
        no_variables(statement, report);
        with_variables(statement, in_force, report);
    }
}

/// Looks through the elements that take no variables.
fn no_variables(statement: &Statement<'_>, report: &mut Report) {
    for text in [&statement.sid, &statement.effect].into_iter().flatten() {
        unsupported(text, report);
    }
    for element in &statement.actions {
        unsupported_in(&element.items, report);
    }
    for principal in &statement.principals {
        match &principal.value {
            PrincipalValue::Unknown => {}
            PrincipalValue::Text(text) => unsupported(text, report),
            PrincipalValue::Map(types) => {
                for (_, values) in types {
                    unsupported_in(values, report);
                }
            }
        }
    }
}

/// Looks through the elements that take variables.
fn with_variables(statement: &Statement<'_>, in_force: bool, report: &mut Report) {
    for element in &statement.resources {
        for item in &element.items {
            well_formed(item, in_force, report);
        }
    }
    for condition in &statement.conditions {
        for (_, values) in &condition.keys {
            for value in values {
                if let Scalar::Text(text) = value.scalar {
                    let item = Leaf {
                        text: Some(text),
                        span: value.span,
                        place: value.place,
                    };
                    well_formed(&item, in_force, report);
                }
            }
        }
    }
}

fn unsupported_in(items: &[Leaf<'_>], report: &mut Report) {
    for item in items {
        unsupported(item, report);
    }
}

fn unsupported(item: &Leaf<'_>, report: &mut Report) {
    if let Some(text) = item.text.filter(|text| has_variable(text)) {
        report.add_at(
            item,
            Message::new(
                Code::VARIABLE_UNSUPPORTED_IN_ELEMENT,
                format!("`{text}` has a policy variable, which IAM does not fill in here"),
            )
            .with_help("variables work in `Resource` and `Condition` only"),
        );
    }
}

fn well_formed(item: &Leaf<'_>, in_force: bool, report: &mut Report) {
    let Some(text) = item.text.filter(|text| has_variable(text)) else {
        return;
    };
    if let Err(message) = variables(text) {
        report.add_at(item, message);
    } else if !in_force {
        report.add_at(
            item,
            Message::new(
                Code::VARIABLE_UNSUPPORTED_IN_VERSION,
                format!("`{text}` has a policy variable, which this version of the policy language lacks"),
            )
            .with_help("write `\"Version\": \"2012-10-17\"`"),
        );
    }
}
