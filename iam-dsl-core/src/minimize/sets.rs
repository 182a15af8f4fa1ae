//! What a statement says, whatever the order it says it in.

use std::collections::BTreeSet;

use crate::{ConditionBlock, ConditionValue, PolicyStatement, Principals, Template};

/// The elements of a statement as sets. Equal sets match the same requests.
#[derive(PartialEq, Eq)]
pub(super) struct Sets {
    pub(super) principals: Option<Element<PrincipalSet>>,
    pub(super) actions: Option<Element<BTreeSet<String>>>,
    pub(super) resources: Option<Element<BTreeSet<Template>>>,
    pub(super) conditions: BTreeSet<Condition>,
}

/// An operator, and a key of it with its values.
type Condition = (String, Option<(String, BTreeSet<ConditionValue>)>);

/// An element or, with `not`, its opposite.
#[derive(PartialEq, Eq)]
pub(super) struct Element<T> {
    not: bool,
    set: T,
}

#[derive(PartialEq, Eq)]
pub(super) enum PrincipalSet {
    Any,
    Listed(BTreeSet<(String, Template)>),
}

impl Sets {
    pub(super) fn of(statement: &PolicyStatement) -> Self {
        Self {
            principals: statement.principal().map(|element| Element {
                not: element.is_not(),
                set: principals(element.principals()),
            }),
            actions: statement.action().map(|element| Element {
                not: element.is_not(),
                set: element
                    .actions()
                    .iter()
                    .map(|action| action.as_str().to_ascii_lowercase())
                    .collect(),
            }),
            resources: statement.resource().map(|element| Element {
                not: element.is_not(),
                set: element.resources().iter().cloned().collect(),
            }),
            conditions: statement.condition().map(conditions).unwrap_or_default(),
        }
    }
}

fn principals(principals: &Principals) -> PrincipalSet {
    match principals {
        Principals::Any => PrincipalSet::Any,
        Principals::Map(_) => PrincipalSet::Listed(
            principals
                .iter()
                .map(|(kind, principal)| (kind.as_str().to_owned(), principal.clone()))
                .collect(),
        ),
    }
}

fn conditions(block: &ConditionBlock) -> BTreeSet<Condition> {
    let mut all = BTreeSet::new();
    for (operator, keys) in block.iter() {
        // An operator counts even without keys: IAM saves that, and may not know the operator.
        all.insert((operator.to_string(), None));
        for (key, values) in keys {
            let values = values.iter().cloned().collect();
            let condition = (key.to_ascii_lowercase(), values);
            all.insert((operator.to_string(), Some(condition)));
        }
    }
    all
}
