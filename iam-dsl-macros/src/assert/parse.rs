//! Tokens to what is asserted.

use iam_dsl_rules::json::{Member, Node, Value};
use proc_macro2::{Span, TokenStream, TokenTree};

use super::Assertion;
use super::options::{self, Name};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::input::Input;
use crate::policy::{Parser, Source};

/// What is asserted of.
pub(super) enum Asserted {
    /// A question by itself: a Rust expression.
    Question(TokenStream),
    /// A request, in parts.
    Request(Call),
}

/// The parts of the request of one assertion.
pub(super) struct Call {
    /// The role or policy: a Rust expression.
    pub(super) identity: TokenStream,
    /// A text whose tokens are those of an action; opaque after a mistake in them.
    pub(super) action: Node<'static>,
    pub(super) on: Option<Node<'static>>,
    pub(super) with: Vec<Member<'static>>,
    pub(super) owned_by: Option<Node<'static>>,
    /// An option that is none was given, which may be a misspelt `on`.
    pub(super) has_unknown_option: bool,
    pub(super) source: Source,
}

/// Reads the arguments. Errs where nothing sensible can be read on; other mistakes go to `errors`.
pub(super) fn call(
    input: &mut Input,
    assertion: Assertion,
    errors: &mut Diagnostics,
) -> Result<Asserted, Diagnostic> {
    let expected = format!(
        "write `{}!(role, s3::GetObject, on = \"arn:…\")`",
        assertion.name()
    );
    let mut parser = Parser::new(errors);
    if input.is_at_end() || is_option(input) {
        let text = "expected a role or an identity policy";
        return Err(Diagnostic::new(input.span(), text, &expected));
    }
    let identity = parser.expression(input)?;
    let identity = parser.source.expression(identity.span).cloned();
    let identity = identity.unwrap_or_default();
    input.punct(',');
    if input.is_at_end() {
        return Ok(Asserted::Question(identity));
    }
    if is_option(input) {
        let text = "expected an action after the role or policy";
        return Err(Diagnostic::new(input.span(), text, &expected));
    }
    if let Some(TokenTree::Group(list)) = input.peek() {
        return Err(Diagnostic::new(
            list.span(),
            &format!("`{list}` is not one action, and a request is for one"),
            "write an assertion for each",
        ));
    }
    let action = match parser.action(input) {
        Ok(action) => action,
        Err(error) => parser.recover(error, input),
    };
    let mut call = Call {
        identity,
        action,
        on: None,
        with: Vec::new(),
        owned_by: None,
        has_unknown_option: false,
        source: Source::default(),
    };
    let mut seen = Vec::new();
    while input.punct(',').is_some() && !input.is_at_end() {
        if let Err(error) = option(&mut parser, input, &mut call, &mut seen) {
            parser.recover(error, input);
        }
    }
    let source = parser.source;
    input.end("put a comma before the next option")?;
    call.source = source;
    Ok(Asserted::Request(call))
}

/// Tells whether `name =` follows.
fn is_option(input: &Input) -> bool {
    matches!(input.peek(), Some(TokenTree::Ident(_)))
        && input.is_punct(1, '=')
        && !input.is_punct(2, '=')
}

/// Takes `name = value`.
fn option(
    parser: &mut Parser<'_>,
    input: &mut Input,
    call: &mut Call,
    seen: &mut Vec<Name>,
) -> Result<(), Diagnostic> {
    const EXPECTED: &str = "write `on = resource`, `with = { \"aws:SourceIp\": \"203.0.113.7\" }` or `owned_by = account`";
    let span = input.span();
    if !is_option(input) {
        let token = input.peek().map(ToString::to_string).unwrap_or_default();
        let text = format!("expected an option, not `{token}`");
        return Err(Diagnostic::new(span, &text, EXPECTED));
    }
    let Some(word) = input.ident() else {
        return Err(Diagnostic::new(span, "expected an option", EXPECTED));
    };
    input.punct('=');
    if input.is_at_end() || input.is_punct(0, ',') {
        let text = format!("`{word}` has no value");
        return Err(Diagnostic::new(span, &text, EXPECTED));
    }
    let name = match options::find(&word) {
        Ok(name) => name,
        Err(error) => {
            // What is wrong with the value can be told only of a known option.
            parser.argument(input)?;
            call.has_unknown_option = true;
            return Err(error);
        }
    };
    if seen.contains(&name) {
        parser.argument(input)?;
        let text = format!("`{word}` is given twice");
        return Err(Diagnostic::new(span, &text, "keep one of them"));
    }
    seen.push(name);
    let value = parser.argument(input)?;
    match name {
        Name::On => call.on = Some(value),
        Name::OwnedBy => call.owned_by = Some(value),
        Name::With => call.with = keys(parser, value)?,
    }
    Ok(())
}

/// The condition keys of `with`.
fn keys(parser: &Parser<'_>, value: Node<'static>) -> Result<Vec<Member<'static>>, Diagnostic> {
    let span = value.span;
    let Value::Object(members) = value.value else {
        let place = parser.source.place(span);
        return Err(Diagnostic::new(
            place.map_or_else(Span::call_site, |place| place.first),
            "expected condition keys and their values after `with =`",
            "write `with = { \"aws:SourceIp\": \"203.0.113.7\" }`",
        ));
    };
    Ok(members)
}
