//! What several lints ask of a statement.

use crate::check::view::{ConditionValue, Element, Leaf, Statement};
use crate::pattern::subsumes_ignore_case;

impl<'a> Statement<'a> {
    /// Returns true when the statement is known to be on the action, or on all that the pattern covers.
    pub(super) fn acts_on(&self, action: &str) -> bool {
        self.actions.iter().any(|element| {
            if element.name == "Action" {
                names(element, action)
            } else {
                element.all_known().is_some() && !names(element, action)
            }
        })
    }

    pub(super) fn denies(&self) -> bool {
        self.effect
            .is_some_and(|effect| effect.text == Some("Deny"))
    }

    /// Returns the keys, with their values, without which no request meets the conditions.
    pub(super) fn wanted(&self) -> impl Iterator<Item = &(Leaf<'a>, Vec<ConditionValue<'a>>)> {
        self.conditions
            .iter()
            .filter(|condition| condition.wants_keys())
            .flat_map(|condition| &condition.keys)
    }
}

impl ConditionValue<'_> {
    /// Returns false for a value that begins with a wildcard, which leaves open what is meant. What is not known may name it.
    pub(super) fn names_something(&self) -> bool {
        self.scalar
            .text()
            .is_none_or(|text| !text.starts_with(['*', '?']))
    }
}

fn names(element: &Element<'_>, action: &str) -> bool {
    element
        .known()
        .any(|(_, pattern)| subsumes_ignore_case(pattern, action))
}
