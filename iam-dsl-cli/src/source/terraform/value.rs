//! Expressions and blocks as trees.

use std::borrow::Cow;
use std::ops::Range;

use hcl_edit::Span as _;
use hcl_edit::expr::{Conditional, Expression, ForExpr, ObjectKey, Traversal, TraversalOperator};
use hcl_edit::structure::{Block, Body, Structure};
use hcl_edit::template::Template;
use iam_dsl_core::json::{Member, Node, Span, Value};

use super::module::{Contents, Entry, Expr, Module};
use crate::source::placed::{Placed, span};

/// Where the places of expressions are: in the file, or in a text of it.
#[derive(Clone, Copy)]
pub(super) struct Frame<'f> {
    pub(super) source: &'f str,
    pub(super) text: Option<&'f Placed>,
}

impl Frame<'_> {
    pub(super) fn place(self, range: Option<Range<usize>>) -> Span {
        let inner = range.map_or_else(Span::default, |range| span(range.start, range.end));
        self.text.map_or(inner, |text| text.place(inner))
    }

    /// An expression as it is written, as a name for it.
    pub(super) fn written(&self, range: Option<Range<usize>>) -> &str {
        range.and_then(|range| self.source.get(range)).unwrap_or("")
    }
}

impl<'a> Module<'_, 'a> {
    /// The value of what a name stands for.
    pub(super) fn contents(&self, entry: &Entry<'_, 'a>) -> Node<'a> {
        match entry.contents {
            Contents::Value(expression) => self.value(expression),
            Contents::Block(body) => self.body(body, self.frame()),
        }
    }

    /// The value of an expression, as far as it is known.
    pub(super) fn value(&self, expression: Expr<'_, 'a>) -> Node<'a> {
        match expression {
            Expr::Hcl(expression) => self.expression(expression, self.frame()),
            Expr::Json(node) => self.json(node),
        }
    }

    fn frame(&self) -> Frame<'a> {
        Frame {
            source: self.source,
            text: None,
        }
    }

    /// The value of JSON, of which texts may be templates.
    fn json(&self, node: &Node<'a>) -> Node<'a> {
        let value = match &node.value {
            Value::Array(items) => Value::Array(items.iter().map(|item| self.json(item)).collect()),
            Value::Object(members) => {
                let members = members.iter().map(|member| Member {
                    key: member.key.clone(),
                    key_span: member.key_span,
                    value: self.json(&member.value),
                });
                Value::Object(members.collect())
            }
            Value::String(text) => return self.json_text(text, node.span),
            other => other.clone(),
        };
        let span = node.span;
        Node { span, value }
    }

    fn json_text(&self, text: &str, span: Span) -> Node<'a> {
        let placed = Placed::written(text, self.source, span);
        let is_template = text.contains("${") || text.contains("%{");
        let template = is_template.then(|| text.parse::<Template>().ok()).flatten();
        let Some(template) = template else {
            return self.text_value(placed, span);
        };
        let frame = Frame {
            source: text,
            text: Some(&placed),
        };
        self.template_value(&template, span, frame)
    }

    pub(super) fn expression(&self, expression: &Expression, frame: Frame<'_>) -> Node<'a> {
        let span = frame.place(expression.span());
        let value = match expression {
            Expression::Null(_) => Value::Null,
            Expression::Bool(value) => Value::Bool(*value.value()),
            Expression::Number(number) => Value::Number(Cow::Owned(number.value().to_string())),
            Expression::Array(items) => {
                let items = items.iter().map(|item| self.expression(item, frame));
                Value::Array(items.collect())
            }
            Expression::Object(object) => {
                let members = object.iter().map(|(key, value)| {
                    let key_span = frame.place(key.span());
                    Member {
                        key: Cow::Owned(self.key(key, frame)),
                        key_span,
                        value: self.expression(value.expr(), frame),
                    }
                });
                Value::Object(members.collect())
            }
            Expression::StringTemplate(template) => {
                return self.template_value(template, span, frame);
            }
            Expression::HeredocTemplate(heredoc) => {
                return self.template_value(&heredoc.template, span, frame);
            }
            Expression::Parenthesis(inner) => return self.expression(inner.inner(), frame),
            Expression::Conditional(conditional) => return self.conditional(conditional, frame),
            Expression::FuncCall(call) => return self.call(call, frame),
            Expression::Traversal(traversal) => match self.traversal(traversal, span) {
                Some(node) => return node,
                None => Value::Opaque,
            },
            Expression::ForExpr(each) => self.each(each, frame),
            Expression::String(_) => {
                return match self.text_of(expression, frame) {
                    Some(text) => self.text_value(text, span),
                    None => Node {
                        span,
                        value: Value::Opaque,
                    },
                };
            }
            Expression::Variable(_) | Expression::UnaryOp(_) | Expression::BinaryOp(_) => {
                Value::Opaque
            }
        };
        Node { span, value }
    }

    fn key(&self, key: &ObjectKey, frame: Frame<'_>) -> String {
        match key {
            ObjectKey::Ident(name) | ObjectKey::Expression(Expression::Variable(name)) => {
                name.to_string()
            }
            ObjectKey::Expression(expression) => {
                self.text_or_mark(expression, frame).as_str().to_owned()
            }
        }
    }

    /// The value of which a condition decides: known where both are the same, or one is nothing.
    fn conditional(&self, conditional: &Conditional, frame: Frame<'_>) -> Node<'a> {
        let yes = self.expression(&conditional.true_expr, frame);
        let no = self.expression(&conditional.false_expr, frame);
        if yes.value == no.value || is_nothing(&no.value) {
            yes
        } else if is_nothing(&yes.value) {
            no
        } else {
            let span = frame.place(conditional.span());
            Node {
                span,
                value: Value::Opaque,
            }
        }
    }

    /// A list that is made of another one: one item stands for all.
    fn each(&self, each: &ForExpr, frame: Frame<'_>) -> Value<'a> {
        if each.key_expr.is_some() {
            return Value::Opaque;
        }
        Value::Array(vec![self.expression(&each.value_expr, frame)])
    }

    fn traversal(&self, traversal: &Traversal, place: Span) -> Option<Node<'a>> {
        let Expression::Variable(first) = &traversal.expr else {
            return None;
        };
        let mut path = vec![first.as_str()];
        for operator in &traversal.operators {
            match operator.value() {
                TraversalOperator::GetAttr(name) => path.push(name.as_str()),
                TraversalOperator::Index(Expression::String(name)) => path.push(name.as_str()),
                // Which one of several with the same definition.
                TraversalOperator::Index(_) | TraversalOperator::LegacyIndex(_)
                    if !matches!(path.first(), Some(&("var" | "local"))) => {}
                _ => return None,
            }
        }
        self.at(&path, place)
    }

    /// The attributes and blocks of a body, as the JSON form of Terraform has them.
    pub(super) fn body(&self, body: &Body, frame: Frame<'_>) -> Node<'a> {
        let mut members: Vec<Member<'a>> = Vec::new();
        for structure in body {
            match structure {
                Structure::Attribute(attribute) => members.push(Member {
                    key: Cow::Owned(attribute.key.to_string()),
                    key_span: frame.place(attribute.key.span()),
                    value: self.expression(&attribute.value, frame),
                }),
                Structure::Block(block) => self.block(block, frame, &mut members),
            }
        }
        Node {
            span: frame.place(body.span()),
            value: Value::Object(members),
        }
    }

    fn block(&self, block: &Block, frame: Frame<'_>, members: &mut Vec<Member<'a>>) {
        let (name, body) = match (block.ident.as_str(), block.labels.first()) {
            // One stands for all that are made of it.
            ("dynamic", Some(label)) => match block.body.get_blocks("content").next() {
                Some(content) => (label.as_str(), &content.body),
                None => return,
            },
            (name, _) => (name, &block.body),
        };
        let mut node = self.body(body, frame);
        node.span = frame.place(block.span());
        let known = members.iter_mut().find(|member| member.key == name);
        if let Some(Value::Array(items)) = known.map(|member| &mut member.value.value) {
            items.push(node);
        } else {
            members.push(Member {
                key: Cow::Owned(name.to_owned()),
                key_span: frame.place(block.ident.span()),
                value: Node {
                    span: node.span,
                    value: Value::Array(vec![node]),
                },
            });
        }
    }
}

fn is_nothing(value: &Value<'_>) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}
