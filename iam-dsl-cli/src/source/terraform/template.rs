//! Expressions that are texts.

use std::borrow::Cow;

use hcl_edit::Span as _;
use hcl_edit::expr::Expression;
use hcl_edit::template::{Element, Template};
use iam_dsl_core::json::{Node, Span, Value};

use super::module::{Module, placed};
use super::value::Frame;
use crate::source::found::{is_policy_text, parse};
use crate::source::placed::{Placed, Style, span};
use crate::source::unknown::is_mark;

impl<'a> Module<'_, 'a> {
    /// The value of a template. A policy in it is read, since places would be lost later.
    pub(super) fn template_value(
        &self,
        template: &Template,
        span: Span,
        frame: Frame<'_>,
    ) -> Node<'a> {
        // A single interpolation has the value of what is in it, whatever that is.
        if let Some(Element::Interpolation(only)) = template.as_single_element() {
            let node = self.expression(&only.expr, frame);
            return placed(node, span);
        }
        match self.template_text(template, Style::Heredoc, frame) {
            Some(text) => self.text_value(text, span),
            None => Node {
                span,
                value: Value::Opaque,
            },
        }
    }

    /// The value that a text is: itself, or the policy that it holds.
    pub(super) fn text_value(&self, text: Placed, span: Span) -> Node<'a> {
        if !is_policy_text(text.as_str()) {
            let value = Value::String(Cow::Owned(text.as_str().to_owned()));
            return Node { span, value };
        }
        let text = in_quotes(text);
        match parse(&text) {
            Ok(node) => node,
            Err(error) => {
                let place = text.place(error.span().unwrap_or_default());
                let mut broken = self.broken.borrow_mut();
                // What is referred to several times is read several times.
                if broken.iter().all(|(other, _)| *other != place) {
                    broken.push((place, error));
                }
                Node {
                    span,
                    value: Value::Opaque,
                }
            }
        }
    }

    /// The text that an expression is, with marks for what is not known. `None`: it is no text, or
    /// nothing of it is known.
    pub(super) fn text_of(&self, expression: &Expression, frame: Frame<'_>) -> Option<Placed> {
        let span = frame.place(expression.span());
        let whole = |text: &str| {
            let mut placed = Placed::default();
            placed.push(text, span);
            placed
        };
        match expression {
            Expression::String(text) => {
                let range = text.span().unwrap_or_default();
                let inner = range.start + 1..range.end.saturating_sub(1);
                let mut placed = Placed::default();
                push_literal(&mut placed, text, inner, Style::Quoted, frame);
                Some(placed)
            }
            Expression::StringTemplate(template) => {
                self.template_text(template, Style::Quoted, frame)
            }
            Expression::HeredocTemplate(heredoc) => {
                self.template_text(&heredoc.template, Style::Heredoc, frame)
            }
            _ => match self.expression(expression, frame).value {
                Value::String(text) => Some(whole(&text)),
                Value::Number(digits) => Some(whole(&digits)),
                Value::Bool(value) => Some(whole(if value { "true" } else { "false" })),
                _ => None,
            },
        }
    }

    /// The text, with a mark where nothing of it is known.
    pub(super) fn text_or_mark(&self, expression: &Expression, frame: Frame<'_>) -> Placed {
        self.text_of(expression, frame).unwrap_or_else(|| {
            let mark = self.unknowns.mark(frame.written(expression.span()));
            let mut placed = Placed::default();
            placed.push(&mark.to_string(), frame.place(expression.span()));
            placed
        })
    }

    fn template_text(&self, template: &Template, style: Style, frame: Frame<'_>) -> Option<Placed> {
        let mut text = Placed::default();
        for element in template {
            match element {
                Element::Literal(literal) => {
                    let range = literal.span().unwrap_or_default();
                    push_literal(&mut text, literal, range, style, frame);
                }
                Element::Interpolation(interpolation) => {
                    let value = self.text_or_mark(&interpolation.expr, frame);
                    text.push(value.as_str(), frame.place(interpolation.span()));
                }
                Element::Directive(_) => return None,
            }
            if text.is_too_long() {
                return None;
            }
        }
        Some(text)
    }
}

fn push_literal(
    placed: &mut Placed,
    literal: &str,
    range: std::ops::Range<usize>,
    style: Style,
    frame: Frame<'_>,
) {
    match frame.text {
        None => placed.push_written(literal, frame.source, span(range.start, range.end), style),
        Some(outer) if frame.source.get(range.clone()) == Some(literal) => {
            placed.push_part(outer, range);
        }
        Some(_) => placed.push(literal, frame.place(Some(range))),
    }
}

/// JSON with quotes around what is not known where a value must stand.
fn in_quotes(text: Placed) -> Placed {
    if !text.as_str().contains(is_mark) {
        return text;
    }
    let mut quoted = Placed::default();
    let (mut is_inside, mut is_escaped) = (false, false);
    let mut from = 0;
    for (at, character) in text.as_str().char_indices() {
        if is_mark(character) && !is_inside {
            let end = at + character.len_utf8();
            let place = text.place(span(at, end));
            quoted.push_part(&text, from..at);
            quoted.push(&format!("\"{character}\""), place);
            from = end;
        }
        if !is_escaped && character == '"' {
            is_inside = !is_inside;
        }
        is_escaped = is_inside && !is_escaped && character == '\\';
    }
    quoted.push_part(&text, from..text.as_str().len());
    quoted
}
