//! The grammar of a policy, as IAM reads it first.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>

use super::date;
use crate::json::{Member, Node, Value, reject_duplicates};
use crate::{ConditionOperator, OperatorFamily};

const VERSIONS: [&str; 2] = ["2008-10-17", "2012-10-17"];

/// A policy that is one by its grammar.
pub(super) struct Policy<'a> {
    pub(super) version: Option<&'a str>,
    pub(super) statements: Vec<Statement<'a>>,
}

/// A statement that is one by its grammar.
#[derive(Default)]
pub(super) struct Statement<'a> {
    pub(super) sid: Option<&'a str>,
    effect: &'a str,
    has_principal: bool,
    elements: Vec<Element<'a>>,
    condition: &'a [Member<'a>],
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
pub(super) struct Element<'a> {
    name: &'a str,
    items: &'a [Node<'a>],
    /// A list of nothing is taken by the grammar.
    is_empty: bool,
}

impl<'a> Element<'a> {
    /// Returns the texts that say something; a list may have `null` and texts without characters.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'a str> {
        let is_alone = self.items.len() == 1;
        self.items
            .iter()
            .filter_map(Node::as_str)
            .filter(move |text| is_alone || !text.is_empty())
    }
}

impl<'a> Statement<'a> {
    pub(super) fn element(&self, name: &str) -> Option<&Element<'a>> {
        self.elements.iter().find(|element| element.name == name)
    }

    pub(super) const fn has_principal(&self) -> bool {
        self.has_principal
    }

    pub(super) fn has_actions(&self) -> bool {
        self.has("Action", "NotAction")
    }

    pub(super) fn has_resources(&self) -> bool {
        self.has("Resource", "NotResource")
    }

    fn has(&self, name: &str, inverted: &str) -> bool {
        let element = self.element(name).or_else(|| self.element(inverted));
        element.is_some_and(|element| !element.is_empty)
    }

    pub(super) fn actions(&self) -> impl Iterator<Item = &'a str> {
        let element = self
            .element("Action")
            .or_else(|| self.element("NotAction"))
            .map(|element| element.items);
        element.unwrap_or(&[]).iter().filter_map(Node::as_str)
    }

    /// Tells whether effect and dates are written as IAM's older parser wants them.
    pub(super) fn can_be_parsed(&self) -> bool {
        let are_dates = |operator: &Member<'_>| {
            let condition = ConditionOperator::from(&*operator.key);
            condition.base().family() != OperatorFamily::Date
                || date_values(&operator.value).all(date::can_be_parsed)
        };
        matches!(self.effect, "Allow" | "Deny") && self.condition.iter().all(are_dates)
    }
}

/// Returns the values under all keys of an operator; what is no text is no date either.
fn date_values<'a>(keys: &'a Node<'a>) -> impl Iterator<Item = &'a str> {
    object(keys)
        .unwrap_or(&[])
        .iter()
        .flat_map(|key| items(&key.value))
        .map(|value| value.as_str().unwrap_or("?"))
}

/// Reads a policy, or nothing where it is none.
pub(super) fn policy<'a>(node: &'a Node<'a>) -> Option<Policy<'a>> {
    let mut policy = Policy {
        version: None,
        statements: Vec::new(),
    };
    for member in object(node)? {
        match &*member.key {
            "Version" => policy.version = Some(one_of(&member.value, &VERSIONS)?),
            "Id" => {
                member.value.as_str()?;
            }
            "Statement" => {
                for node in items(&member.value) {
                    policy.statements.push(statement(node)?);
                }
            }
            // IAM takes what belongs to the policies of other systems.
            "Conditions" => {}
            _ => return None,
        }
    }
    (!policy.statements.is_empty()).then_some(policy)
}

fn statement<'a>(node: &'a Node<'a>) -> Option<Statement<'a>> {
    let mut statement = Statement::default();
    for member in object(node)? {
        match &*member.key {
            "Sid" => statement.sid = Some(member.value.as_str()?),
            "Effect" => statement.effect = member.value.as_str()?,
            "Principal" | "NotPrincipal" => statement.has_principal = true,
            "Action" | "NotAction" | "Resource" | "NotResource" => {
                statement.elements.push(element(member)?);
            }
            "Condition" => statement.condition = condition(&member.value)?,
            _ => return None,
        }
    }
    let has_both =
        |name, inverted| statement.element(name).is_some() && statement.element(inverted).is_some();
    let is_effect = |effect: &str| effect.eq_ignore_ascii_case(statement.effect);
    let is_one = (is_effect("Allow") || is_effect("Deny"))
        && !has_both("Action", "NotAction")
        && !has_both("Resource", "NotResource");
    is_one.then_some(statement)
}

fn element<'a>(member: &'a Member<'a>) -> Option<Element<'a>> {
    let is_list = matches!(member.value.value, Value::Array(_));
    let items = items(&member.value);
    let is_item = |item: &Node<'_>| {
        matches!(item.value, Value::String(_)) || is_list && item.value == Value::Null
    };
    items.iter().all(is_item).then_some(Element {
        name: &member.key,
        items,
        is_empty: items.is_empty(),
    })
}

fn condition<'a>(node: &'a Node<'a>) -> Option<&'a [Member<'a>]> {
    let operators = object(node)?;
    for operator in operators {
        let keys = object(&operator.value)?;
        // An operator that does not exist is taken as long as it compares nothing.
        if !keys.is_empty() && !is_operator(&operator.key) {
            return None;
        }
        let is_value =
            |value: &Node<'_>| !matches!(value.value, Value::Object(_) | Value::Array(_));
        let are_values = |key: &Member<'_>| {
            let is_list = matches!(key.value.value, Value::Array(_));
            (is_list || key.value.value != Value::Null) && items(&key.value).iter().all(is_value)
        };
        if !keys.iter().all(are_values) {
            return None;
        }
    }
    Some(operators)
}

/// Tells whether IAM takes an operator, letter by letter. It takes `NullIfExists`, too, which means nothing.
fn is_operator(text: &str) -> bool {
    let operator = text.strip_suffix("NullIfExists").map_or_else(
        || ConditionOperator::from(text),
        |set| ConditionOperator::from(&*format!("{set}Null")),
    );
    operator.is_canonical()
}

fn object<'a>(node: &'a Node<'a>) -> Option<&'a [Member<'a>]> {
    match &node.value {
        Value::Object(members) if reject_duplicates(members).is_ok() => Some(members),
        _ => None,
    }
}

fn one_of<'a>(node: &'a Node<'a>, texts: &[&str]) -> Option<&'a str> {
    node.as_str().filter(|text| texts.contains(text))
}

/// Returns the items of a list, or the one that stands for a list.
fn items<'a>(node: &'a Node<'a>) -> &'a [Node<'a>] {
    match &node.value {
        Value::Array(items) => items,
        _ => std::slice::from_ref(node),
    }
}
