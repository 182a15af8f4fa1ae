//! Statements as one.
//!
//! With two of principals, actions and resources equal, the requests that one statement matches
//! and those that the other matches are together exactly those that the union of the third matches.

use super::Statement;
use crate::{ActionElement, PolicyStatement, PrincipalElement, Principals, ResourceElement};

/// The element in which statements differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Differing {
    Nothing,
    Principals,
    Actions,
    Resources,
}

/// In what the two differ, if one statement is known to say exactly what both say.
#[inline]
pub(super) fn differing(first: &Statement, second: &Statement) -> Option<Differing> {
    let (one, other) = (&first.statement, &second.statement);
    if one.effect() != other.effect() || first.sets.conditions != second.sets.conditions {
        return None;
    }
    let same_principals = first.sets.principals == second.sets.principals;
    let same_actions = first.sets.actions == second.sets.actions;
    let same_resources = first.sets.resources == second.sets.resources;
    if same_principals && same_actions && same_resources {
        return (one.sid() == other.sid()).then_some(Differing::Nothing);
    }
    if one.sid().is_some() || other.sid().is_some() || one.action().is_none() {
        return None;
    }
    // `NotAction` and its like mean "all but": two of them have no union that could be listed.
    let element = match (same_principals, same_actions, same_resources) {
        (true, false, true) => Differing::Actions,
        (true, true, false) => Differing::Resources,
        (false, true, true) => Differing::Principals,
        _ => return None,
    };
    (is_listed(one, element) && is_listed(other, element)).then_some(element)
}

/// Returns true when the element is a list to which others can be added.
///
/// Everyone and a list do not become one: AWS treats `"*"` unlike `{"AWS": …}` in places.
#[inline]
fn is_listed(statement: &PolicyStatement, element: Differing) -> bool {
    match element {
        Differing::Nothing => true,
        Differing::Actions => matches!(statement.action(), Some(ActionElement::Action(_))),
        Differing::Resources => matches!(statement.resource(), Some(ResourceElement::Resource(_))),
        Differing::Principals => matches!(
            statement.principal(),
            Some(PrincipalElement::Principal(Principals::Map(_)))
        ),
    }
}

/// One statement that says what `first` and the others say, which all differ from it in `element`.
#[inline]
pub(super) fn merged(
    first: &Statement,
    others: &[Statement],
    element: Differing,
) -> PolicyStatement {
    let one = first.statement.clone();
    let all = || std::iter::once(first).chain(others).map(|it| &it.statement);
    match element {
        Differing::Nothing => one,
        Differing::Actions => {
            let lists = all().filter_map(PolicyStatement::action);
            let union: Vec<_> = lists.flat_map(ActionElement::actions).cloned().collect();
            one.with_actions(union)
        }
        Differing::Resources => {
            let lists = all().filter_map(PolicyStatement::resource);
            let union: Vec<_> = lists
                .flat_map(ResourceElement::resources)
                .cloned()
                .collect();
            one.with_resources(union)
        }
        Differing::Principals => {
            let lists = all().filter_map(PolicyStatement::principal);
            let mut union = one
                .principal()
                .map_or_else(Principals::new, |list| list.principals().clone());
            for (kind, principal) in lists.flat_map(|list| list.principals().iter()) {
                union.add(kind.clone(), principal.clone());
            }
            one.with_principals(union)
        }
    }
}
