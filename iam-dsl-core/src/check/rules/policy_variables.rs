//! Policy variables are well formed, and stand where IAM fills them in.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>

use crate::check::names::{has_variable, variables};
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, PrincipalValue, Scalar, Statement};
use crate::check::{Code, Message};

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let in_force = match &document.version {
        Some(version) => version.text.is_none_or(|text| text != "2008-10-17"),
        None => false,
    };
    for statement in &document.statements {
        for text in without_variables(statement) {
            unsupported(text, report);
        }
        for text in with_variables(statement) {
            well_formed(&text, in_force, report);
        }
    }
}

/// Returns the texts of elements that take no variables.
fn without_variables<'s, 'a>(statement: &'s Statement<'a>) -> impl Iterator<Item = &'s Leaf<'a>> {
    let principals = statement
        .principals
        .iter()
        .flat_map(|principal| match &principal.value {
            PrincipalValue::Unknown => Vec::new(),
            PrincipalValue::Text(text) => vec![text],
            PrincipalValue::Map(types) => types.iter().flat_map(|(_, values)| values).collect(),
        });
    let actions = statement.actions.iter().flat_map(|element| &element.items);
    statement
        .sid
        .iter()
        .chain(&statement.effect)
        .chain(actions)
        .chain(principals)
}

/// Returns the texts of elements that take variables.
fn with_variables<'a>(statement: &Statement<'a>) -> impl Iterator<Item = Leaf<'a>> {
    let resources = statement
        .resources
        .iter()
        .flat_map(|element| &element.items)
        .copied();
    let values = statement
        .conditions
        .iter()
        .flat_map(|condition| &condition.keys)
        .flat_map(|(_, values)| values)
        .filter_map(|value| match value.scalar {
            Scalar::Text(text) => Some(Leaf {
                text: Some(text),
                span: value.span,
                place: value.place,
            }),
            _ => None,
        });
    resources.chain(values)
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
