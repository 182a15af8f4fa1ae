//! Values that are texts once a template is deployed.

use std::collections::HashMap;

use iam_dsl_core::json::{Node, Value};

use super::intrinsics::{call, is_no_value};
use super::references::Template;
use crate::source::placed::{Placed, span};
use crate::source::unknown::Unknowns;

impl<'a> Template<'_, 'a> {
    /// The text that a value is, with marks for what is not known. `None`: it is no text, or
    /// nothing of it is known.
    pub(super) fn text_of(&self, node: &Node<'a>, unknowns: &Unknowns) -> Option<Placed> {
        let whole = |text: &str| {
            let mut placed = Placed::default();
            placed.push(text, node.span);
            placed
        };
        match &node.value {
            Value::String(text) => Some(Placed::written(text, self.text, node.span)),
            Value::Number(digits) => Some(whole(digits)),
            Value::Bool(value) => Some(whole(if *value { "true" } else { "false" })),
            _ => {
                let (function, argument) = call(node)?;
                match function {
                    "Ref" => Some(whole(&self.reference(argument.as_str()?, unknowns)?)),
                    "GetAtt" => Some(whole(&self.get_att(argument, unknowns)?)),
                    "Sub" => self.sub(argument, unknowns),
                    "Join" => self.join(argument, unknowns),
                    "FindInMap" => self.text_of(self.find_in_map(argument, unknowns)?, unknowns),
                    _ => None,
                }
            }
        }
    }

    /// The text, with a mark where nothing of it is known.
    fn text_or_mark(&self, node: &Node<'a>, unknowns: &Unknowns) -> Placed {
        self.text_of(node, unknowns).unwrap_or_else(|| {
            let mut placed = Placed::default();
            placed.push(&unknowns.mark(&words(node)).to_string(), node.span);
            placed
        })
    }

    fn get_att(&self, argument: &Node<'a>, unknowns: &Unknowns) -> Option<String> {
        match &argument.value {
            Value::String(path) => {
                let (name, attribute) = path.split_once('.')?;
                self.attribute(name, attribute, unknowns)
            }
            Value::Array(items) => match &items[..] {
                [name, attribute] => self.attribute(name.as_str()?, attribute.as_str()?, unknowns),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn find_in_map(
        &self,
        argument: &Node<'a>,
        unknowns: &Unknowns,
    ) -> Option<&Node<'a>> {
        let Value::Array(items) = &argument.value else {
            return None;
        };
        let mut keys = items.iter().map(|item| self.text_of(item, unknowns));
        let mut next = || keys.next().flatten();
        let (map, first, second) = (next()?, next()?, next()?);
        self.mapped(map.as_str(), first.as_str(), second.as_str())
    }

    fn join(&self, argument: &Node<'a>, unknowns: &Unknowns) -> Option<Placed> {
        let Value::Array(items) = &argument.value else {
            return None;
        };
        let [separator, parts] = &items[..] else {
            return None;
        };
        let Value::Array(parts) = &parts.value else {
            return None;
        };
        let mut joined = Placed::default();
        for (index, part) in parts.iter().filter(|part| !is_no_value(part)).enumerate() {
            if index > 0 {
                joined.push(separator.as_str()?, separator.span);
            }
            joined.append(&self.text_or_mark(part, unknowns));
        }
        Some(joined)
    }

    fn sub(&self, argument: &Node<'a>, unknowns: &Unknowns) -> Option<Placed> {
        let (template, variables) = match &argument.value {
            Value::Array(items) => match &items[..] {
                [template, variables] => (template, Some(variables)),
                [template] => (template, None),
                _ => return None,
            },
            _ => (argument, None),
        };
        let text = template.as_str()?;
        let whole = Placed::written(text, self.text, template.span);
        let mut filled = Placed::default();
        // Each once: with functions in functions, there are soon very many.
        let mut values = HashMap::new();
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find("${")) {
            let start = at + start;
            let Some(end) = text.get(start..).and_then(|rest| rest.find('}')) else {
                break;
            };
            let end = start + end + 1;
            filled.push_part(&whole, at..start);
            let name = text.get(start + 2..end - 1).unwrap_or("");
            if let Some(literal) = name.strip_prefix('!') {
                filled.push_part(&whole, start..start + 2);
                filled.push_part(&whole, end - 1 - literal.len()..end);
            } else {
                let place = whole.place(span(start, end));
                let value = values
                    .entry(name)
                    .or_insert_with(|| self.variable(name.trim(), variables, unknowns));
                filled.push(value, place);
            }
            if filled.is_too_long() {
                return None;
            }
            at = end;
        }
        filled.push_part(&whole, at..text.len());
        Some(filled)
    }

    /// What a variable of `Fn::Sub` stands for.
    fn variable(&self, name: &str, variables: Option<&Node<'a>>, unknowns: &Unknowns) -> String {
        if let Some(given) = variables.and_then(|variables| variables.get(name)) {
            let text = self.text_or_mark(given, unknowns);
            return text.as_str().to_owned();
        }
        let known = match name.split_once('.') {
            Some((resource, attribute)) => self.attribute(resource, attribute, unknowns),
            None => self.reference(name, unknowns),
        };
        known.unwrap_or_else(|| unknowns.mark(name).to_string())
    }
}

/// The texts of an expression, as a name for it.
fn words(node: &Node<'_>) -> String {
    match &node.value {
        Value::String(text) => text.clone().into_owned(),
        Value::Array(items) => {
            let words: Vec<_> = items.iter().map(words).collect();
            words.join(" ")
        }
        Value::Object(members) => {
            let words: Vec<_> = members.iter().map(|member| words(&member.value)).collect();
            words.join(" ")
        }
        _ => String::new(),
    }
}
