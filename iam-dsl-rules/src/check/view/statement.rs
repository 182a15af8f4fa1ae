//! From the JSON tree to the view: statements.

use super::{
    Condition, ConditionValue, Element, Leaf, Place, Principal, PrincipalValue, Scalar, Statement,
    shape,
};
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::{Code, nearest};
use crate::json::{Member, Node, Value};

codes! {
    /// `Action` or `NotAction` is an empty list.
    ///
    /// A statement without actions allows and denies nothing, and with an empty `NotAction` it is about everything. IAM
    /// does not save it.
    ///
    /// Instead, name what is allowed or denied, or leave the statement out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
    EMPTY_ARRAY_ACTION = certain_suggestion;
    /// A list of principals is empty.
    ///
    /// The statement is about nobody, so that it allows and denies nothing.
    ///
    /// Instead, name who is meant, or leave the statement out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    EMPTY_ARRAY_PRINCIPAL = certain_suggestion;
    /// `Resource` or `NotResource` is an empty list.
    ///
    /// A statement without resources allows and denies nothing, and with an empty `NotResource` it is about everything.
    /// IAM does not save it.
    ///
    /// Instead, name the resources, write `"*"` where the actions take none, or leave the statement out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
    EMPTY_ARRAY_RESOURCE = certain_suggestion;
}

/// The elements of a statement.
const ELEMENTS: &[&str] = &[
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];

/// What lowering a statement depends on besides the statement.
#[derive(Debug)]
pub(super) struct StatementContext<'u> {
    pub(super) kind: PolicyKind,
    pub(super) unchecked: &'u [&'u str],
}

pub(super) fn statement<'a>(
    node: &'a Node<'a>,
    place: Place<'a>,
    context: &StatementContext<'_>,
    report: &mut Report,
) -> Option<Statement<'a>> {
    let members = shape::object(node, "a statement", place, report)?;
    let mut statement = Statement {
        span: node.span,
        place,
        sid: None,
        effect: None,
        principals: Vec::new(),
        actions: Vec::new(),
        resources: Vec::new(),
        condition: None,
        conditions: Vec::new(),
    };
    for member in members {
        let place = place.key(&member.key);
        let Some(name) = context.element_name(member, members, place, report) else {
            continue;
        };
        match name {
            "Sid" => statement.sid = Some(context.text(member, place, report)),
            "Effect" => statement.effect = Some(context.text(member, place, report)),
            "Principal" | "NotPrincipal" => {
                statement
                    .principals
                    .push(context.principal(name, member, place, report));
            }
            "Action" | "NotAction" => {
                statement
                    .actions
                    .push(context.element(name, member, place, report));
            }
            "Resource" | "NotResource" => {
                statement
                    .resources
                    .push(context.element(name, member, place, report));
            }
            _ => {
                statement.condition = Some((place, member.key_span));
                statement.conditions = context.conditions(member, place, report);
            }
        }
    }
    Some(statement)
}

impl StatementContext<'_> {
    /// Returns the name of an element, or of the one that is meant where it is misspelt: then the
    /// misspelling is reported, and not that the element is missing.
    fn element_name<'a>(
        &self,
        member: &'a Member<'a>,
        members: &[Member<'_>],
        place: Place<'a>,
        report: &mut Report,
    ) -> Option<&'static str> {
        let known = |name: &str| ELEMENTS.iter().copied().find(|element| *element == name);
        if let Some(name) = known(&member.key) {
            return Some(name);
        }
        let message = shape::unknown_element(&member.key, ELEMENTS);
        report.add(place.named(), member.key_span, message);
        let meant = nearest(&member.key, ELEMENTS)?;
        let fits = match meant {
            "Principal" | "NotPrincipal" => self.kind.takes_principal(),
            "Resource" | "NotResource" => self.kind.takes_resource(),
            _ => true,
        };
        let free = members.iter().all(|other| other.key != meant);
        (fits && free).then_some(meant)
    }

    fn element<'a>(
        &self,
        name: &'static str,
        member: &'a Member<'a>,
        place: Place<'a>,
        report: &mut Report,
    ) -> Element<'a> {
        let code = if name.ends_with("Action") {
            Code::EMPTY_ARRAY_ACTION
        } else {
            Code::EMPTY_ARRAY_RESOURCE
        };
        shape::not_empty(
            &member.value,
            &member.key,
            code,
            member.key_span,
            place,
            report,
        );
        Element {
            name,
            key_span: member.key_span,
            place,
            items: self.texts(&member.key, &member.value, place, report),
        }
    }

    fn texts<'a>(
        &self,
        name: &str,
        node: &'a Node<'a>,
        place: Place<'a>,
        report: &mut Report,
    ) -> Vec<Leaf<'a>> {
        shape::items(node, place)
            .map(|(item, place)| {
                if !matches!(item.value, Value::String(_) | Value::Opaque) {
                    report.add(
                        place,
                        item.span,
                        shape::wrong_type(name, "a string or a list of strings", item),
                    );
                }
                self.item(item, place)
            })
            .collect()
    }

    fn principal<'a>(
        &self,
        name: &'static str,
        member: &'a Member<'a>,
        place: Place<'a>,
        report: &mut Report,
    ) -> Principal<'a> {
        let value = match &member.value.value {
            Value::String(_) => PrincipalValue::Text(self.item(&member.value, place)),
            Value::Opaque => PrincipalValue::Unknown,
            _ => match shape::object(&member.value, &member.key, place, report) {
                None => PrincipalValue::Unknown,
                Some(members) => PrincipalValue::Map(
                    members
                        .iter()
                        .map(|member| {
                            let place = place.key(&member.key);
                            shape::not_empty(
                                &member.value,
                                &member.key,
                                Code::EMPTY_ARRAY_PRINCIPAL,
                                member.key_span,
                                place,
                                report,
                            );
                            let texts = self.texts(&member.key, &member.value, place, report);
                            (self.key(member, place), texts)
                        })
                        .collect(),
                ),
            },
        };
        Principal {
            name,
            key_span: member.key_span,
            place,
            value,
        }
    }

    fn conditions<'a>(
        &self,
        member: &'a Member<'a>,
        place: Place<'a>,
        report: &mut Report,
    ) -> Vec<Condition<'a>> {
        let Some(operators) = shape::object(&member.value, "Condition", place, report) else {
            return Vec::new();
        };
        operators
            .iter()
            .map(|operator| {
                let place = place.key(&operator.key);
                let keys = shape::object(&operator.value, &operator.key, place, report);
                Condition {
                    operator: self.key(operator, place),
                    keys: keys
                        .unwrap_or(&[])
                        .iter()
                        .map(|key| {
                            let place = place.key(&key.key);
                            (self.key(key, place), self.values(key, place, report))
                        })
                        .collect(),
                }
            })
            .collect()
    }

    fn values<'a>(
        &self,
        key: &'a Member<'a>,
        place: Place<'a>,
        report: &mut Report,
    ) -> Vec<ConditionValue<'a>> {
        shape::items(&key.value, place)
            .map(|(item, place)| {
                let scalar = match &item.value {
                    Value::String(text) if self.unchecked.contains(&&**text) => Scalar::Unknown,
                    Value::String(text) => Scalar::Text(text),
                    Value::Number(number) => Scalar::Number(number),
                    Value::Bool(value) => Scalar::Bool(*value),
                    Value::Opaque => Scalar::Unknown,
                    Value::Null | Value::Array(_) | Value::Object(_) => {
                        report.add(
                            place,
                            item.span,
                            shape::wrong_type(
                                &key.key,
                                "a string, a number, a boolean or a list of these",
                                item,
                            ),
                        );
                        Scalar::Unknown
                    }
                };
                ConditionValue {
                    scalar,
                    span: item.span,
                    place,
                }
            })
            .collect()
    }
}
