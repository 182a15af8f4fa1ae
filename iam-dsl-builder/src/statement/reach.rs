//! What a statement is about, for checks.

use iam_dsl_core::{ActionElement, PolicyStatement, ResourceElement, Template};

use crate::Action;

/// Whether a statement is about an action.
#[inline]
pub(crate) fn is_about(statement: &PolicyStatement, action: Action) -> bool {
    match statement.action() {
        Some(ActionElement::Action(actions)) => actions.iter().any(|it| it.matches_action(action)),
        Some(ActionElement::NotAction(actions)) => {
            !actions.iter().any(|it| it.matches_action(action))
        }
        None => false,
    }
}

/// Whether a statement is on all resources, under no condition.
#[inline]
pub(crate) fn is_everywhere(statement: &PolicyStatement) -> bool {
    let is_all = |resource: &Template| resource.as_str() == Some("*");
    statement.condition().is_none()
        && matches!(statement.resource(), Some(ResourceElement::Resource(resources)) if resources.iter().any(is_all))
}
