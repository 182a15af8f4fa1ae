//! What the macros expand to. Not for use by hand: it changes without notice.

pub use iam_dsl_core::{
    ConditionBlock, ConditionOperator, ConditionValue, Effect, PolicyDocument, PolicyStatement,
    Principals,
};

use std::borrow::Cow;

use iam_dsl_core::json::Number;
use iam_dsl_core::{ActionPattern, PrincipalType, Template};

use crate::condition::{IntoArns, IntoDates, IntoIpRanges, IntoNumbers, IntoTexts};
use crate::principal::{IntoPrincipals, to_principals};
use crate::{Action, Actions, IntoActions, IntoResources, NotActions};

/// A document without a version, for the macro to fill.
pub fn document() -> PolicyDocument {
    PolicyDocument::new().with_version(None)
}

/// A version.
pub fn version(text: &'static str) -> Cow<'static, str> {
    Cow::Borrowed(text)
}

/// A text with the wildcards and policy variables it has.
pub fn text(text: &'static str) -> Template {
    Template::from_static(text)
}

/// A condition operator.
pub fn operator(name: &'static str) -> ConditionOperator {
    ConditionOperator::from(name)
}

/// A condition value that is a text.
pub fn value(text: &'static str) -> ConditionValue {
    ConditionValue::from(Template::from_static(text))
}

/// A condition value that is a boolean.
pub fn boolean(value: bool) -> ConditionValue {
    ConditionValue::from(value)
}

/// A number that the macro has read as one.
pub fn number(text: &'static str) -> ConditionValue {
    text.parse::<Number>()
        .map_or_else(|_| ConditionValue::from(text), ConditionValue::from)
}

/// The items of all lists.
pub fn flatten<T, const N: usize>(lists: [Vec<T>; N]) -> Vec<T> {
    lists.into_iter().flatten().collect()
}

/// A Sid or an id where a policy has an expression.
pub fn string(text: impl Into<String>) -> String {
    text.into()
}

/// A statement where a policy has an expression.
pub fn statement(statement: impl Into<PolicyStatement>) -> PolicyStatement {
    statement.into()
}

/// An effect where a statement has an expression.
pub fn effect(effect: impl Into<Effect>) -> Effect {
    effect.into()
}

/// An action where its neighbours are patterns.
///
/// Functions stand for `From::from` here, since a user's module may be without the prelude.
pub fn action_pattern(action: Action) -> ActionPattern {
    ActionPattern::from(action)
}

/// The patterns of `actions!`.
pub fn pattern_list<const N: usize>(patterns: [ActionPattern; N]) -> Actions {
    Actions::from(patterns)
}

/// The patterns of `not_actions!`.
pub fn not_pattern_list<const N: usize>(patterns: [ActionPattern; N]) -> NotActions {
    NotActions::from(patterns)
}

/// The actions of `actions!`.
pub fn action_list<const N: usize>(actions: [Action; N]) -> Actions {
    actions.into_iter().collect()
}

/// The actions of `not_actions!`.
pub fn not_action_list<const N: usize>(actions: [Action; N]) -> NotActions {
    NotActions::from(actions.map(ActionPattern::from))
}

/// Actions where a list has an expression.
pub fn actions(actions: impl IntoActions) -> Vec<ActionPattern> {
    actions.into_actions().actions().iter().cloned().collect()
}

/// Resources where a list has an expression.
pub fn resources(resources: impl IntoResources) -> Vec<Template> {
    resources.into_resources()
}

/// Texts where a condition has an expression.
pub fn texts(values: impl IntoTexts) -> Vec<ConditionValue> {
    values.into_values()
}

/// ARNs where a condition has an expression.
pub fn arns(values: impl IntoArns) -> Vec<ConditionValue> {
    values.into_values()
}

/// Numbers where a condition has an expression.
pub fn numbers(values: impl IntoNumbers) -> Vec<ConditionValue> {
    values.into_values()
}

/// Dates where a condition has an expression.
pub fn dates(values: impl IntoDates) -> Vec<ConditionValue> {
    values.into_values()
}

/// Address ranges where a condition has an expression.
pub fn ip_ranges(values: impl IntoIpRanges) -> Vec<ConditionValue> {
    values.into_values()
}

/// A boolean where a condition has an expression.
pub fn booleans(value: bool) -> Vec<ConditionValue> {
    vec![ConditionValue::from(value.to_string())]
}

/// A condition block where a statement has an expression.
pub fn condition_block(block: impl Into<ConditionBlock>) -> ConditionBlock {
    block.into()
}

/// A principal as the policy has it.
pub fn principal(kind: &'static str, id: &'static str) -> Vec<(PrincipalType, Template)> {
    vec![(PrincipalType::from(kind), text(id))]
}

/// Principals where a list of one type has an expression.
pub fn principals_as(kind: &'static str, principals: Principals) -> Vec<(PrincipalType, Template)> {
    match principals {
        Principals::Any => principal(kind, "*"),
        // An ARN by itself is taken for an AWS principal; the key beside it knows better.
        named @ Principals::Map(_) => named
            .iter()
            .map(|(own, id)| match own {
                PrincipalType::Aws => (PrincipalType::from(kind), id.clone()),
                own => (own.clone(), id.clone()),
            })
            .collect(),
    }
}

/// Principals of several types.
pub fn principals_of(principals: Vec<(PrincipalType, Template)>) -> Principals {
    principals
        .into_iter()
        .fold(Principals::new(), |all, (kind, id)| all.with(kind, id))
}

/// Principals where a statement has an expression.
pub fn principals(principals: impl IntoPrincipals) -> Principals {
    to_principals(principals.into_principals())
}
