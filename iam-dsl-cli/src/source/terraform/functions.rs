//! Calls of the functions of which the result can be told.

use std::borrow::Cow;

use hcl_edit::Span as _;
use hcl_edit::expr::{Expression, FuncCall};
use iam_dsl_core::json::{Member, Node, Value};

use super::module::Module;
use super::value::Frame;

impl<'a> Module<'_, 'a> {
    pub(super) fn call(&self, call: &FuncCall, frame: Frame<'_>) -> Node<'a> {
        let span = frame.place(call.span());
        let arguments: Vec<&Expression> = call.args.iter().collect();
        let evaluate = |expression: &Expression| self.expression(expression, frame);
        let value = match (call.name.name.as_str(), &arguments[..]) {
            // Encoded or not: what counts is the policy, and where it stands. Nor does it matter here
            // whether a list is sorted, or trimmed.
            (
                "jsonencode" | "jsondecode" | "tostring" | "tolist" | "toset" | "distinct" | "sort"
                | "reverse" | "compact" | "sensitive" | "nonsensitive" | "trimspace" | "chomp",
                [argument],
            ) => return evaluate(argument),
            ("try" | "coalesce" | "one", [first, ..]) => return evaluate(first),
            ("flatten", [argument]) => match evaluate(argument).value {
                Value::Array(items) => Value::Array(flat(items)),
                other => other,
            },
            ("concat" | "setunion", all) => Value::Array(flat(
                all.iter().map(|argument| evaluate(argument)).collect(),
            )),
            ("merge", all) => merged(all.iter().map(|argument| evaluate(argument).value)),
            ("format", [template, values @ ..]) => self
                .formatted(template, values, frame)
                .map_or(Value::Opaque, |text| Value::String(Cow::Owned(text))),
            ("join", [separator, list]) => self
                .joined(separator, list, frame)
                .map_or(Value::Opaque, |text| Value::String(Cow::Owned(text))),
            ("lower", [text]) => self.changed(text, frame, str::to_lowercase),
            ("upper", [text]) => self.changed(text, frame, str::to_uppercase),
            _ => Value::Opaque,
        };
        Node { span, value }
    }

    fn changed(&self, text: &Expression, frame: Frame<'_>, to: fn(&str) -> String) -> Value<'a> {
        let text = self.text_of(text, frame);
        text.map_or(Value::Opaque, |text| {
            Value::String(Cow::Owned(to(text.as_str())))
        })
    }

    fn formatted(
        &self,
        template: &Expression,
        values: &[&Expression],
        frame: Frame<'_>,
    ) -> Option<String> {
        let template = self.text_of(template, frame)?;
        let mut values = values.iter();
        let mut text = String::new();
        let mut rest = template.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            let mut characters = after.chars();
            match characters.next()? {
                '%' => text.push('%'),
                's' | 'v' | 'd' => {
                    text.push_str(self.text_or_mark(values.next()?, frame).as_str());
                }
                _ => return None,
            }
            rest = characters.as_str();
        }
        text.push_str(rest);
        Some(text)
    }

    fn joined(
        &self,
        separator: &Expression,
        list: &Expression,
        frame: Frame<'_>,
    ) -> Option<String> {
        let separator = self.text_of(separator, frame)?;
        let Value::Array(items) = self.expression(list, frame).value else {
            return None;
        };
        let items: Option<Vec<&str>> = items.iter().map(Node::as_str).collect();
        Some(items?.join(separator.as_str()))
    }
}

/// The items of lists in a list.
fn flat(items: Vec<Node<'_>>) -> Vec<Node<'_>> {
    items
        .into_iter()
        .flat_map(|item| match item.value {
            Value::Array(items) => items,
            _ => vec![item],
        })
        .collect()
}

/// The members of all objects; of those with the same key the last.
fn merged<'a>(objects: impl Iterator<Item = Value<'a>>) -> Value<'a> {
    let mut merged: Vec<Member<'a>> = Vec::new();
    for object in objects {
        match object {
            Value::Object(members) => {
                for member in members {
                    merged.retain(|other| other.key != member.key);
                    merged.push(member);
                }
            }
            Value::Null => {}
            _ => return Value::Opaque,
        }
    }
    Value::Object(merged)
}
