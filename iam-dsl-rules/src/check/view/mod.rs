//! A policy document as rules see it: elements found, lists and scalars alike, each with its place.

mod lower;
mod place;
mod shape;
mod statement;

use crate::json::Span;
use crate::{BaseOperator, ConditionOperator, PolicyKind, SetOperator};

use super::Code;
pub(crate) use lower::lower;
pub(crate) use place::Place;

/// The codes of what has no shape of a policy.
pub(super) const CODES: &[&[Code]] = &[lower::CODES, shape::CODES, statement::CODES];

/// A document that has the shape of a policy, as far as it has.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) kind: PolicyKind,
    /// What was read, where it is known.
    #[cfg_attr(
        not(feature = "validate"),
        expect(dead_code, reason = "lints measure it")
    )]
    pub(crate) text: Option<&'a str>,
    pub(crate) version: Option<Leaf<'a>>,
    pub(crate) statements: Vec<Statement<'a>>,
}

impl<'a> Document<'a> {
    /// Returns the conditions of all statements.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition<'a>> {
        self.statements
            .iter()
            .flat_map(|statement| &statement.conditions)
    }
}

/// A text, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leaf<'a> {
    /// `None` where the text is not known, or not to be checked.
    pub(crate) text: Option<&'a str>,
    pub(crate) span: Span,
    pub(crate) place: Place<'a>,
}

/// `Action` or `NotAction`, `Resource` or `NotResource`, with its items.
#[derive(Debug)]
pub(crate) struct Element<'a> {
    pub(crate) name: &'static str,
    pub(crate) key_span: Span,
    pub(crate) place: Place<'a>,
    pub(crate) items: Vec<Leaf<'a>>,
}

impl<'a> Element<'a> {
    /// Returns the texts that are known.
    pub(crate) fn known(&self) -> impl Iterator<Item = (&Leaf<'a>, &'a str)> {
        self.items
            .iter()
            .filter_map(|item| Some((item, item.text?)))
    }

    /// Returns the texts when all of them are known.
    pub(crate) fn all_known(&self) -> Option<Vec<&'a str>> {
        self.items.iter().map(|item| item.text).collect()
    }
}

/// One statement. Elements that exclude each other are both kept, for the rule that says so.
#[derive(Debug)]
pub(crate) struct Statement<'a> {
    pub(crate) span: Span,
    pub(crate) place: Place<'a>,
    pub(crate) sid: Option<Leaf<'a>>,
    pub(crate) effect: Option<Leaf<'a>>,
    pub(crate) principals: Vec<Principal<'a>>,
    pub(crate) actions: Vec<Element<'a>>,
    pub(crate) resources: Vec<Element<'a>>,
    /// Where the `Condition` element stands.
    pub(crate) condition: Option<(Place<'a>, Span)>,
    pub(crate) conditions: Vec<Condition<'a>>,
}

impl<'a> Statement<'a> {
    /// Returns true when the statement is known to allow.
    pub(crate) fn allows(&self) -> bool {
        self.effect
            .is_some_and(|effect| effect.text == Some("Allow"))
    }

    /// Returns whom `Principal` names under a type, such as `Service`.
    pub(crate) fn principals_of(&self, principal_type: &str) -> impl Iterator<Item = &Leaf<'a>> {
        self.principals
            .iter()
            .filter(|principal| principal.name == "Principal")
            .filter_map(|principal| match &principal.value {
                PrincipalValue::Map(types) => Some(types),
                _ => None,
            })
            .flatten()
            .filter(move |(name, _)| name.text == Some(principal_type))
            .flat_map(|(_, values)| values)
    }

    /// Returns the `Action` element, unless the statement says `NotAction`.
    pub(crate) fn action(&self) -> Option<&Element<'a>> {
        self.actions.iter().find(|element| element.name == "Action")
    }
}

/// `Principal` or `NotPrincipal`.
#[derive(Debug)]
pub(crate) struct Principal<'a> {
    pub(crate) name: &'static str,
    pub(crate) key_span: Span,
    pub(crate) place: Place<'a>,
    pub(crate) value: PrincipalValue<'a>,
}

/// What a principal element holds.
#[derive(Debug)]
pub(crate) enum PrincipalValue<'a> {
    /// Not known while it compiles.
    Unknown,
    /// A text; only `*` is legal.
    Text(Leaf<'a>),
    /// Principals by type.
    Map(Vec<(Leaf<'a>, Vec<Leaf<'a>>)>),
}

/// One operator of a condition block with its keys.
#[derive(Debug)]
pub(crate) struct Condition<'a> {
    pub(crate) operator: Leaf<'a>,
    pub(crate) keys: Vec<(Leaf<'a>, Vec<ConditionValue<'a>>)>,
}

impl Condition<'_> {
    /// Returns true when it compares a value, and no request without its keys meets it.
    pub(crate) fn wants_keys(&self) -> bool {
        let operator = self.operator.text.map(ConditionOperator::from);
        operator.is_some_and(|operator| {
            !operator.is_if_exists()
                && operator.set() != Some(SetOperator::ForAllValues)
                && !operator.base().is_negated()
                && !matches!(
                    operator.base(),
                    BaseOperator::Null | BaseOperator::Unknown(_)
                )
        })
    }
}

/// One value of a condition key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ConditionValue<'a> {
    pub(crate) scalar: Scalar<'a>,
    pub(crate) span: Span,
    pub(crate) place: Place<'a>,
}

/// What a condition value may be in JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scalar<'a> {
    /// Not known while it compiles.
    Unknown,
    Text(&'a str),
    Bool(bool),
    Number(&'a str),
}

impl<'a> Scalar<'a> {
    /// Returns the value as AWS reads it, where a number or a boolean is the text of itself.
    pub(crate) fn text(self) -> Option<&'a str> {
        match self {
            Self::Unknown => None,
            Self::Text(text) | Self::Number(text) => Some(text),
            Self::Bool(true) => Some("true"),
            Self::Bool(false) => Some("false"),
        }
    }
}
