//! Two statements as one.
//!
//! With two of principals, actions and resources equal, the requests that one statement matches
//! and those that the other matches are together exactly those that the union of the third matches.

use super::Statement;
use crate::{
    ActionElement, Elements, PolicyStatement, PrincipalElement, Principals, ResourceElement,
};

/// One statement that says what the two say, if there is one that is known to be exact.
pub(super) fn merge(first: &Statement, second: &Statement) -> Option<PolicyStatement> {
    let (one, other) = (&first.statement, &second.statement);
    if one.effect() != other.effect() || first.sets.conditions != second.sets.conditions {
        return None;
    }
    let same_principals = first.sets.principals == second.sets.principals;
    let same_actions = first.sets.actions == second.sets.actions;
    let same_resources = first.sets.resources == second.sets.resources;
    if same_principals && same_actions && same_resources {
        return (one.sid() == other.sid()).then(|| one.clone());
    }
    if one.sid().is_some() || other.sid().is_some() || one.action().is_none() {
        return None;
    }
    match (same_principals, same_actions, same_resources) {
        (true, false, true) => with_actions(one, other),
        (true, true, false) => with_resources(one, other),
        (false, true, true) => with_principals(one, other),
        _ => None,
    }
}

// `NotAction` and its like mean "all but": two of them have no union that could be listed.

fn with_actions(one: &PolicyStatement, other: &PolicyStatement) -> Option<PolicyStatement> {
    let (Some(ActionElement::Action(mine)), Some(ActionElement::Action(theirs))) =
        (one.action(), other.action())
    else {
        return None;
    };
    Some(one.clone().with_actions(union(mine, theirs)))
}

fn with_resources(one: &PolicyStatement, other: &PolicyStatement) -> Option<PolicyStatement> {
    let (Some(ResourceElement::Resource(mine)), Some(ResourceElement::Resource(theirs))) =
        (one.resource(), other.resource())
    else {
        return None;
    };
    Some(one.clone().with_resources(union(mine, theirs)))
}

/// Everyone and a list do not become one: AWS treats `"*"` unlike `{"AWS": …}` in places.
fn with_principals(one: &PolicyStatement, other: &PolicyStatement) -> Option<PolicyStatement> {
    let (Some(PrincipalElement::Principal(mine)), Some(PrincipalElement::Principal(theirs))) =
        (one.principal(), other.principal())
    else {
        return None;
    };
    if *mine == Principals::Any || *theirs == Principals::Any {
        return None;
    }
    let mut all = mine.clone();
    for (kind, principal) in theirs.iter() {
        all.add(kind.clone(), principal.clone());
    }
    Some(one.clone().with_principals(all))
}

fn union<T: Clone>(one: &Elements<T>, other: &Elements<T>) -> Elements<T> {
    one.iter().chain(other).cloned().collect()
}
