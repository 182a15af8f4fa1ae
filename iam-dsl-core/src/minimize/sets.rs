//! What a statement says, whatever the order it says it in.

use std::fmt::Debug;

use crate::{ConditionBlock, PolicyStatement, Principals};

/// The elements of a statement as sets. Equal sets match the same requests.
pub(super) struct Sets {
    pub(super) principals: Option<Element<PrincipalSet>>,
    pub(super) actions: Option<Element<Set>>,
    pub(super) resources: Option<Element<Set>>,
    pub(super) conditions: Set,
}

/// Sorted, each once. As text, whatever it is a set of: each other type that is sorted or hashed
/// here would cost every build of a user.
type Set = Vec<String>;

/// An element or, with `not`, its opposite.
#[derive(PartialEq)]
pub(super) struct Element<T> {
    not: bool,
    set: T,
}

#[derive(PartialEq)]
pub(super) enum PrincipalSet {
    Any,
    Listed(Set),
}

impl Sets {
    #[inline]
    pub(super) fn of(statement: &PolicyStatement) -> Self {
        Self {
            principals: statement.principal().map(|element| Element {
                not: element.is_not(),
                set: principals(element.principals()),
            }),
            actions: statement.action().map(|element| {
                let actions = element.actions().iter();
                Element {
                    not: element.is_not(),
                    set: set(actions
                        .map(|action| action.as_str().to_ascii_lowercase())
                        .collect()),
                }
            }),
            resources: statement.resource().map(|element| Element {
                not: element.is_not(),
                set: set(element.resources().iter().map(unambiguous).collect()),
            }),
            conditions: statement.condition().map(conditions).unwrap_or_default(),
        }
    }
}

#[inline]
fn set(mut items: Vec<String>) -> Set {
    items.sort_unstable();
    items.dedup();
    items
}

/// A text that no other value has: `Debug` quotes, and so tells tokens from the text they print as.
#[inline]
pub(super) fn unambiguous(value: &impl Debug) -> String {
    format!("{value:?}")
}

#[inline]
fn principals(principals: &Principals) -> PrincipalSet {
    match principals {
        Principals::Any => PrincipalSet::Any,
        Principals::Map(_) => {
            let listed = principals.iter();
            let texts = listed.map(|(kind, name)| format!("{:?} {name:?}", kind.as_str()));
            PrincipalSet::Listed(set(texts.collect()))
        }
    }
}

#[inline]
fn conditions(block: &ConditionBlock) -> Set {
    let mut all = Vec::new();
    for (operator, keys) in block.iter() {
        let operator = operator.to_text();
        // An operator counts even without keys: IAM saves that, and may not know the operator.
        all.push(format!("{operator:?}"));
        for (key, values) in keys {
            let key = key.to_ascii_lowercase();
            let values = set(values.iter().map(unambiguous).collect());
            all.push(format!("{operator:?} {key:?} {values:?}"));
        }
    }
    set(all)
}
