//! Tokens to the JSON tree.

use std::borrow::Cow;

use iam_dsl_rules::json::{Member, Node, Value};
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};

use super::source::{Source, Tokens};
use crate::action::{self, Resolved};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::literal;

#[cfg(test)]
mod tests;

/// What a value stands for, which decides how its tokens read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// `Action` or `NotAction`: items as in `actions!`.
    Actions,
    Other,
}

/// How deep objects and lists may nest: deeper than any policy does.
const MAX_DEPTH: usize = 16;

/// Reads the one object that `policy!` takes.
pub(crate) fn document(
    input: &mut Input,
    errors: &mut Diagnostics,
) -> Result<(Node<'static>, Source), Diagnostic> {
    const EXPECTED: &str = "write `{ \"Version\": \"2012-10-17\", \"Statement\": [ … ] }`";
    let mut parser = Parser::new(errors);
    let group = match input.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => group.clone(),
        _ => return Err(Diagnostic::new(input.span(), "expected a policy", EXPECTED)),
    };
    input.bump();
    let node = parser.object(&group);
    let source = parser.source;
    input.end("a policy is one object in braces")?;
    Ok((node, source))
}

/// Reads JSON with Rust expressions in it, and remembers the tokens it was read from.
pub(crate) struct Parser<'e> {
    pub(crate) source: Source,
    pub(crate) errors: &'e mut Diagnostics,
    depth: usize,
}

impl<'e> Parser<'e> {
    pub(crate) fn new(errors: &'e mut Diagnostics) -> Self {
        Self {
            source: Source::default(),
            errors,
            depth: 0,
        }
    }

    /// Takes one JSON value or Rust expression among a macro's arguments.
    pub(crate) fn argument(&mut self, input: &mut Input) -> Result<Node<'static>, Diagnostic> {
        self.value(input, Role::Other)
    }

    fn object(&mut self, group: &Group) -> Node<'static> {
        let span = self
            .source
            .add(group.span_open(), group.span_close(), Tokens::Json);
        let mut input = Input::new(group.stream(), group.span_close());
        let mut members = Vec::new();
        while !input.is_at_end() {
            match self.member(&mut input) {
                Ok(member) => members.push(member),
                Err(error) => {
                    self.errors.add(error);
                    skip_to_comma(&mut input);
                }
            }
            self.comma(&mut input, "members");
        }
        Node {
            span,
            value: Value::Object(members),
        }
    }

    fn member(&mut self, input: &mut Input) -> Result<Member<'static>, Diagnostic> {
        let start = input.span();
        let unchecked = input.word("unchecked").is_some();
        let Some((key, literal)) = input.string() else {
            return Err(key_expected(input));
        };
        if unchecked {
            self.source.unchecked.push(key.clone());
        }
        let key_span = self.source.add(start, literal.span(), Tokens::Json);
        let value = match self.member_value(input, &key, literal.span()) {
            Ok(value) => value,
            Err(error) => self.recover(error, input),
        };
        Ok(Member {
            key: Cow::Owned(key),
            key_span,
            value,
        })
    }

    /// Takes the colon and the value after a key.
    fn member_value(
        &mut self,
        input: &mut Input,
        key: &str,
        key_span: Span,
    ) -> Result<Node<'static>, Diagnostic> {
        // Two colons are a path that lacks the colon before it; three are the colon and a path.
        let is_path = input.is_punct(1, ':') && !input.is_punct(2, ':');
        if is_path || input.punct(':').is_none() {
            return Err(Diagnostic::new(
                input.span(),
                &format!("expected `:` and a value after `\"{key}\"`"),
                &format!("write `\"{key}\": …`"),
            ));
        }
        if input.is_at_end() || input.is_punct(0, ',') {
            return Err(Diagnostic::new(
                key_span,
                &format!("`\"{key}\"` has no value"),
                "write one after the colon",
            ));
        }
        let role = match key {
            "Action" | "NotAction" => Role::Actions,
            _ => Role::Other,
        };
        self.value(input, role)
    }

    fn list(&mut self, group: &Group, role: Role) -> Node<'static> {
        let span = self
            .source
            .add(group.span_open(), group.span_close(), Tokens::Json);
        let mut input = Input::new(group.stream(), group.span_close());
        let mut items = Vec::new();
        while !input.is_at_end() {
            match self.value(&mut input, role) {
                Ok(item) => items.push(item),
                Err(error) => items.push(self.recover(error, &mut input)),
            }
            self.comma(&mut input, "items");
        }
        Node {
            span,
            value: Value::Array(items),
        }
    }

    /// Reports what is wrong with a value and goes on without it: with something there, no rule
    /// says that it is missing.
    pub(crate) fn recover(&mut self, error: Diagnostic, input: &mut Input) -> Node<'static> {
        let place = input.span();
        self.errors.add(error);
        skip_to_comma(input);
        let span = self.source.add(place, place, Tokens::Json);
        Node {
            span,
            value: Value::Opaque,
        }
    }

    /// Takes the comma between two members or items, or reports that it is missing.
    fn comma(&mut self, input: &mut Input, between: &str) {
        if input.punct(',').is_some() {
            return;
        }
        if let Some(token) = input.peek() {
            let text = format!("expected `,` before `{}`", short(token));
            self.errors.add(Diagnostic::new(
                token.span(),
                &text,
                &format!("put a comma between {between}"),
            ));
        }
    }

    fn value(&mut self, input: &mut Input, role: Role) -> Result<Node<'static>, Diagnostic> {
        if role == Role::Actions && action::is_item(input) {
            return self.action(input);
        }
        let first = input.span();
        let alone = stands_alone(input);
        match input.peek() {
            Some(TokenTree::Group(group)) if alone && group.delimiter() == Delimiter::Brace => {
                let group = group.clone();
                input.bump();
                self.nested(first, |parser| parser.object(&group))
            }
            Some(TokenTree::Group(group)) if alone && group.delimiter() == Delimiter::Bracket => {
                let group = group.clone();
                input.bump();
                self.nested(first, |parser| parser.list(&group, role))
            }
            Some(TokenTree::Literal(literal)) if alone => {
                let literal = literal.clone();
                input.bump();
                self.literal(&literal)
            }
            Some(TokenTree::Punct(minus)) if minus.as_char() == '-' => self.negative(input),
            Some(TokenTree::Ident(word))
                if word == "unchecked"
                    && matches!(input.peek_at(1), Some(TokenTree::Literal(_))) =>
            {
                input.bump();
                let (text, literal) = input.string().ok_or_else(|| {
                    Diagnostic::new(
                        first,
                        "expected a string after `unchecked`",
                        "write `unchecked \"name\"`",
                    )
                })?;
                self.source.unchecked.push(text.clone());
                let span = self.source.add(first, literal.span(), Tokens::Json);
                Ok(Node {
                    span,
                    value: Value::String(Cow::Owned(text)),
                })
            }
            Some(TokenTree::Ident(word)) if alone && is_json_word(&word.to_string()) => {
                let value = match word.to_string().as_str() {
                    "true" => Value::Bool(true),
                    "false" => Value::Bool(false),
                    _ => Value::Null,
                };
                input.bump();
                let span = self.source.add(first, first, Tokens::Json);
                Ok(Node { span, value })
            }
            _ => self.expression(input),
        }
    }

    /// Reads what is inside brackets, unless they nest too deep for the stack.
    fn nested(
        &mut self,
        span: Span,
        read: impl FnOnce(&mut Self) -> Node<'static>,
    ) -> Result<Node<'static>, Diagnostic> {
        if self.depth == MAX_DEPTH {
            return Err(Diagnostic::new(
                span,
                "too many brackets within brackets",
                "no policy nests this deep",
            ));
        }
        self.depth += 1;
        let node = read(self);
        self.depth -= 1;
        Ok(node)
    }

    pub(crate) fn action(&mut self, input: &mut Input) -> Result<Node<'static>, Diagnostic> {
        let item = action::item(input)?;
        let text = action::text(&item);
        if let Ok(Resolved::Unchecked(name)) = action::resolve(&item) {
            self.source.unchecked.push(name);
        }
        let span = self.source.add(item.first, item.last, Tokens::Action(item));
        Ok(Node {
            span,
            value: Value::String(Cow::Owned(text)),
        })
    }

    fn literal(&mut self, literal: &Literal) -> Result<Node<'static>, Diagnostic> {
        let value = match literal::string(literal) {
            Some(text) => Value::String(Cow::Owned(text)),
            None => Value::Number(Cow::Owned(number(literal)?)),
        };
        let span = self
            .source
            .add(literal.span(), literal.span(), Tokens::Json);
        Ok(Node { span, value })
    }

    fn negative(&mut self, input: &mut Input) -> Result<Node<'static>, Diagnostic> {
        match input.peek_at(1) {
            Some(TokenTree::Literal(literal)) => {
                let first = input.span();
                let literal = literal.clone();
                let text = format!("-{}", number(&literal)?);
                input.bump();
                input.bump();
                let span = self.source.add(first, literal.span(), Tokens::Json);
                Ok(Node {
                    span,
                    value: Value::Number(Cow::Owned(text)),
                })
            }
            _ => self.expression(input),
        }
    }

    /// Takes the tokens of a Rust expression, up to the comma after it.
    pub(crate) fn expression(&mut self, input: &mut Input) -> Result<Node<'static>, Diagnostic> {
        let first = input.span();
        let mut last = first;
        let mut tokens = Vec::new();
        let mut generics = 0_usize;
        while let Some(token) = input.peek() {
            if generics == 0 && (input.is_punct(0, ',') || starts_next_member(input)) {
                break;
            }
            generics = generics_after(generics, &tokens, token);
            last = token.span();
            tokens.push(token.clone());
            input.bump();
        }
        if tokens.is_empty() {
            return Err(Diagnostic::new(
                first,
                "expected a value",
                "write JSON or a Rust expression",
            ));
        }
        // An invisible group keeps the expression one operand wherever it is put.
        let tokens: TokenStream = tokens.into_iter().collect();
        let mut group = Group::new(Delimiter::None, tokens);
        group.set_span(first);
        let tokens = TokenStream::from(TokenTree::Group(group));
        let span = self.source.add(first, last, Tokens::Expression(tokens));
        Ok(Node {
            span,
            value: Value::Opaque,
        })
    }
}

/// Tells whether the next token is a value by itself: what follows begins something else.
fn stands_alone(input: &Input) -> bool {
    match input.peek_at(1) {
        None | Some(TokenTree::Literal(_) | TokenTree::Group(_) | TokenTree::Ident(_)) => true,
        Some(TokenTree::Punct(punct)) => punct.as_char() == ',',
    }
}

/// Tells whether `"Key":` follows, which is the next member after a forgotten comma.
fn starts_next_member(input: &Input) -> bool {
    matches!(input.peek(), Some(TokenTree::Literal(literal)) if literal::string(literal).is_some())
        && input.is_punct(1, ':')
        && !input.is_punct(2, ':')
}

/// Counts open `<` of generic arguments, whose commas are no ends.
fn generics_after(open: usize, before: &[TokenTree], token: &TokenTree) -> usize {
    let punct = |token: Option<&TokenTree>| match token {
        Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
        _ => None,
    };
    let previous = punct(before.last());
    match punct(Some(token)) {
        // `::<` and `<T as Trait>` open; a `<` between operands compares.
        Some('<') if open > 0 || before.is_empty() || previous == Some(':') => open + 1,
        Some('>') if open > 0 && previous != Some('-') => open - 1,
        _ => open,
    }
}

fn is_json_word(word: &str) -> bool {
    matches!(word, "true" | "false" | "null")
}

/// Returns the text of a number that JSON has, too.
fn number(literal: &Literal) -> Result<String, Diagnostic> {
    let text = literal.to_string().replace('_', "");
    let plain = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b".eE+-".contains(&b));
    if plain && text.parse::<f64>().is_ok() {
        return Ok(text);
    }
    Err(Diagnostic::new(
        literal.span(),
        &format!("`{literal}` is no JSON value"),
        "write a string in double quotes, a number, `true` or `false`",
    ))
}

fn key_expected(input: &Input) -> Diagnostic {
    match input.peek() {
        Some(TokenTree::Ident(ident)) => Diagnostic::new(
            ident.span(),
            &format!("expected a key in double quotes, not `{ident}`"),
            &format!("write `\"{ident}\"`"),
        ),
        Some(token) => Diagnostic::new(
            token.span(),
            &format!("expected a key in double quotes, not `{}`", short(token)),
            "a member is `\"Key\": value`",
        ),
        None => Diagnostic::new(
            input.span(),
            "expected a key in double quotes",
            "a member is `\"Key\": value`",
        ),
    }
}

fn skip_to_comma(input: &mut Input) {
    while !input.is_at_end() && !input.is_punct(0, ',') {
        input.bump();
    }
}

/// Returns a token as text; brackets without what is in them.
fn short(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Brace => "{ … }".to_owned(),
            Delimiter::Bracket => "[ … ]".to_owned(),
            Delimiter::Parenthesis => "( … )".to_owned(),
            Delimiter::None => group.to_string(),
        },
        other => other.to_string(),
    }
}
