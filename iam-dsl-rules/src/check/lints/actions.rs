//! Questions about the actions of statements.

use iam_dsl_catalog::{self as catalog, Action};

use crate::check::view::{Document, Element, Leaf};
use crate::pattern::{overlaps_ignore_case, subsumes_ignore_case};

/// Tells whether an action of a pattern passes a test; nothing if the catalog has none of it.
pub(super) fn any_action(pattern: &str, mut test: impl FnMut(Action) -> bool) -> Option<bool> {
    // A whole name is found by search, which saves the walk over all actions of its service.
    if !pattern.contains(['*', '?']) {
        return Action::find(pattern).map(test);
    }
    let mut has_some = false;
    for action in catalog::expand(pattern) {
        if test(action) {
            return Some(true);
        }
        has_some = true;
    }
    has_some.then_some(false)
}

/// Tells whether an `Action` or `NotAction` element takes in all of what a pattern covers.
pub(super) fn takes_in(element: &Element<'_>, pattern: &str) -> bool {
    if element.name == "Action" {
        element
            .known()
            .any(|(_, wide)| subsumes_ignore_case(wide, pattern))
    } else {
        let meets = |item: &Leaf<'_>| {
            let text = item.text;
            text.is_none_or(|text| overlaps_ignore_case(text, pattern))
        };
        !element.items.iter().any(meets)
    }
}

/// Tells whether some statement may allow an action: what is not known may be it.
pub(super) fn may_allow(document: &Document<'_>, action: &str) -> bool {
    let is_unknown = |element: &Element<'_>| element.items.iter().any(|item| item.text.is_none());
    document
        .statements
        .iter()
        .filter(|statement| !statement.denies())
        .flat_map(|statement| &statement.actions)
        .any(|element| is_unknown(element) || takes_in(element, action))
}
