//! Two statements as one.
//!
//! With two of principals, actions and resources equal, the requests that one statement matches
//! and those that the other matches are together exactly those that the union of the third matches.

use super::Statement;
use super::sets::Element;
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
        (true, false, true)
            if both_listed(first.sets.actions.as_ref(), second.sets.actions.as_ref()) =>
        {
            with_actions(one, other)
        }
        (true, true, false)
            if both_listed(
                first.sets.resources.as_ref(),
                second.sets.resources.as_ref(),
            ) =>
        {
            with_resources(one, other)
        }
        (false, true, true)
            if both_listed(
                first.sets.principals.as_ref(),
                second.sets.principals.as_ref(),
            ) =>
        {
            with_principals(one, other)
        }
        _ => None,
    }
}

/// `NotAction` and its like mean "all but": two of them have no union that could be listed.
fn both_listed<T>(one: Option<&Element<T>>, other: Option<&Element<T>>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if !one.not && !other.not)
}

fn with_actions(one: &PolicyStatement, other: &PolicyStatement) -> Option<PolicyStatement> {
    let actions = union(one.action()?.actions(), other.action()?.actions());
    Some(one.clone().with_action(ActionElement::Action(actions)))
}

fn with_resources(one: &PolicyStatement, other: &PolicyStatement) -> Option<PolicyStatement> {
    let resources = union(one.resource()?.resources(), other.resource()?.resources());
    Some(
        one.clone()
            .with_resource(ResourceElement::Resource(resources)),
    )
}

/// Everyone and a list do not become one: AWS treats `"*"` unlike `{"AWS": …}` in places.
fn with_principals(one: &PolicyStatement, other: &PolicyStatement) -> Option<PolicyStatement> {
    let (mine, theirs) = (
        one.principal()?.principals(),
        other.principal()?.principals(),
    );
    if *mine == Principals::Any || *theirs == Principals::Any {
        return None;
    }
    let mut all = mine.clone();
    for (kind, principal) in theirs.iter() {
        all.add(kind.clone(), principal.clone());
    }
    Some(one.clone().with_principal(PrincipalElement::Principal(all)))
}

fn union<T: Clone>(one: &Elements<T>, other: &Elements<T>) -> Elements<T> {
    one.iter().chain(other).cloned().collect()
}
