//! One statement without what its own lists repeat.

use std::collections::HashSet;

use super::sets::unambiguous;
use super::template::template_subsumes;
use crate::{
    ActionPattern, ConditionBlock, Elements, Part, PolicyStatement, PrincipalElement, Principals,
    Template,
};

/// The statement with each list as short as it can be; what it matches stays the same.
///
/// For `NotAction` and `NotResource` the list counts as a whole too, so the same entries can go.
/// Principals and condition values go only where they stand twice.
#[inline]
pub(super) fn reduce(statement: &PolicyStatement) -> PolicyStatement {
    let principal = statement.principal().map(reduce_principal);
    let action = statement.action().map(|element| {
        let distinct = distinct_by(element.actions(), |action| {
            action.as_str().to_ascii_lowercase()
        });
        element.with(uncovered(
            &distinct,
            ActionPattern::is_wildcard,
            covers_action,
        ))
    });
    let resource = statement.resource().map(|element| {
        let distinct = distinct_by(element.resources(), unambiguous);
        let covers = |wide: &Template, narrow: &Template| {
            // Without a value for its variable, such an entry decides in ways of its own.
            !(element.is_not() && has_unknown(narrow)) && template_subsumes(wide, narrow)
        };
        element.with(uncovered(&distinct, has_wildcard, covers))
    });
    let condition = statement
        .condition()
        .filter(|block| !block.is_empty())
        .map(reduce_conditions);
    statement
        .clone()
        .with_principal(principal)
        .with_action(action)
        .with_resource(resource)
        .with_condition(condition)
}

#[inline]
fn reduce_principal(element: &PrincipalElement) -> PrincipalElement {
    match element.principals() {
        Principals::Any => element.clone(),
        Principals::Map(types) => {
            let types = types
                .iter()
                .map(|(kind, names)| (kind.clone(), distinct_by(names, unambiguous).into()));
            element.with(Principals::Map(types.collect()))
        }
    }
}

#[inline]
fn reduce_conditions(block: &ConditionBlock) -> ConditionBlock {
    let mut block = block.clone();
    for values in block.values_mut() {
        let mut seen = HashSet::new();
        values.retain(|value| seen.insert(unambiguous(value)));
    }
    block
}

/// The items, each key once, in order.
#[inline]
fn distinct_by<T: Clone>(items: &Elements<T>, key: impl Fn(&T) -> String) -> Vec<T> {
    let mut seen = HashSet::new();
    items
        .iter()
        .filter(|item| seen.insert(key(item)))
        .cloned()
        .collect()
}

/// The items that no other item covers; of two that cover each other, the first.
#[inline]
fn uncovered<T: Clone>(
    items: &[T],
    is_wide: impl Fn(&T) -> bool,
    covers: impl Fn(&T, &T) -> bool,
) -> Elements<T> {
    let wide: Vec<(usize, &T)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| is_wide(item))
        .collect();
    items
        .iter()
        .enumerate()
        .filter(|(index, item)| {
            !wide.iter().any(|(place, other)| {
                place != index && covers(other, item) && (place < index || !covers(item, other))
            })
        })
        .map(|(_, item)| item.clone())
        .collect()
}

/// What matches nothing is IAM's to refuse, not ours to hide.
#[inline]
fn covers_action(wide: &ActionPattern, narrow: &ActionPattern) -> bool {
    !narrow.is_nothing() && wide.subsumes(narrow)
}

#[inline]
fn has_unknown(resource: &Template) -> bool {
    resource.parts().any(|part| !matches!(part, Part::Text(_)))
}

#[inline]
fn has_wildcard(resource: &Template) -> bool {
    resource.to_text().contains('*') || resource.to_text().contains('?')
}
