//! Tokens to items.

use proc_macro2::{Delimiter, Ident, Span, TokenTree};
use quote::quote;

use super::{Item, Written};
use crate::diagnostic::Diagnostic;
use crate::input::Input;

const EXPECTED: &str =
    "write an action as `s3::GetObject`, `s3:GetObject`, `s3:Get*` or `\"s3:GetObject\"`";

/// Tells whether an action follows, where `policy!` also takes expressions.
pub(crate) fn is_item(input: &Input) -> bool {
    match input.peek() {
        Some(TokenTree::Punct(punct)) => punct.as_char() == '*' && ends(input, 1),
        Some(TokenTree::Ident(ident)) if ident == "unchecked" => {
            let next = input.peek_at(1);
            matches!(next, Some(TokenTree::Literal(_) | TokenTree::Ident(_))) || is_name(input)
        }
        Some(TokenTree::Ident(_)) => is_name(input),
        _ => false,
    }
}

/// Tells whether the next tokens are `service:name` or `service::name` and nothing else.
fn is_name(input: &Input) -> bool {
    let mut ahead = 1;
    while input.is_punct(ahead, '-') {
        ahead += 2;
    }
    if !input.is_punct(ahead, ':') {
        return false;
    }
    loop {
        ahead += 1;
        match input.peek_at(ahead) {
            None => return true,
            Some(TokenTree::Punct(punct)) => match punct.as_char() {
                ',' => return true,
                ':' | '*' | '?' | '-' => {}
                _ => return false,
            },
            Some(TokenTree::Group(group)) => return group.delimiter() == Delimiter::None,
            Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => {}
        }
    }
}

fn ends(input: &Input, ahead: usize) -> bool {
    input.peek_at(ahead).is_none() || input.is_punct(ahead, ',')
}

/// Takes one item, and leaves the comma after it.
pub(crate) fn item(input: &mut Input) -> Result<Item, Diagnostic> {
    let span = input.span();
    if let Some((text, literal)) = input.string() {
        let span = literal.span();
        return finish(
            input,
            Item {
                text,
                first: span,
                last: span,
                written: Written::Text,
            },
        );
    }
    if let Some(star) = input.punct('*') {
        let span = star.span();
        return finish(
            input,
            Item {
                text: "*".to_owned(),
                first: span,
                last: span,
                written: Written::Text,
            },
        );
    }
    let Some(first) = input.ident() else {
        return Err(Diagnostic::new(span, "expected an action", EXPECTED));
    };
    if first == "unchecked" && !input.is_punct(0, ':') && !input.is_punct(0, '-') {
        return unchecked(input, span);
    }
    name(input, first)
}

fn unchecked(input: &mut Input, first: Span) -> Result<Item, Diagnostic> {
    let span = input.span();
    let Some((text, literal)) = input.string() else {
        return Err(Diagnostic::new(
            span,
            "expected a string after `unchecked`",
            "write `unchecked \"service:NewAction\"`",
        ));
    };
    if !text.contains(':') && text != "*" {
        return Err(Diagnostic::new(
            literal.span(),
            &format!("action `{text}` has no service prefix"),
            "write `unchecked \"service:NewAction\"`",
        ));
    }
    finish(
        input,
        Item {
            text,
            first,
            last: literal.span(),
            written: Written::Unchecked,
        },
    )
}

/// Takes `service::Name`, `service:Name`, `ser-vice:Na*me`.
fn name(input: &mut Input, first: Ident) -> Result<Item, Diagnostic> {
    let mut start = first.span();
    let mut service = first;
    let mut text = service.to_string();
    let mut dashed = false;
    while input.punct('-').is_some() {
        dashed = true;
        text.push('-');
        match input.bump() {
            Some(token @ (TokenTree::Ident(_) | TokenTree::Literal(_))) => {
                text.push_str(&token.to_string());
            }
            _ => return Err(unfinished(input, start, &text)),
        }
    }
    if input.punct(':').is_none() {
        let error = no_separator(&text, start);
        return Err(error.with_completion((!dashed).then(|| quote!(#service))));
    }
    let mut double = input.punct(':').is_some();
    // `aws::s3::GetObject` is the path outside of macros; it means the same here.
    if double && !dashed && text == "aws" && input.is_punct(1, ':') && input.is_punct(2, ':') {
        if let Some(ident) = input.ident() {
            start = ident.span();
            text = ident.to_string();
            service = ident;
        }
        input.punct(':');
        double = input.punct(':').is_some();
    }
    let rest = rest_of_name(input, start, &text)?;
    let path = match rest.only {
        Some(name) if !dashed => {
            return finish(
                input,
                Item {
                    text: format!("{text}:{name}"),
                    first: start,
                    last: name.span(),
                    written: Written::Path { service, name },
                },
            );
        }
        _ => rest
            .head
            .filter(|_| double && !dashed)
            .map(|head| quote!(#service::#head)),
    };
    finish(
        input,
        Item {
            text: format!("{text}:{}", rest.text),
            first: start,
            last: rest.last,
            written: Written::Tokens { path },
        },
    )
}

/// What stands after the colon.
struct Rest {
    text: String,
    last: Span,
    head: Option<Ident>,
    /// Set when one identifier is all there is.
    only: Option<Ident>,
}

fn rest_of_name(input: &mut Input, start: Span, service: &str) -> Result<Rest, Diagnostic> {
    let head = input.ident();
    let mut rest = Rest {
        text: head.as_ref().map(Ident::to_string).unwrap_or_default(),
        last: head.as_ref().map_or(start, Ident::span),
        only: head.clone().filter(|_| ends(input, 0)),
        head,
    };
    let mut after_word = rest.head.is_some();
    while !ends(input, 0) {
        let span = input.span();
        match input.bump() {
            Some(token @ (TokenTree::Ident(_) | TokenTree::Literal(_))) if !after_word => {
                rest.text.push_str(&token.to_string());
                after_word = true;
            }
            Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '*' | '?' | '-') => {
                rest.text.push(punct.as_char());
                after_word = false;
            }
            Some(token) if after_word && !matches!(token, TokenTree::Punct(_)) => {
                return Err(comma_expected(&token));
            }
            token => {
                let token = token.map(|token| token.to_string()).unwrap_or_default();
                return Err(Diagnostic::new(
                    span,
                    &format!("unexpected `{token}` in an action"),
                    EXPECTED,
                ));
            }
        }
        rest.last = span;
    }
    if rest.text.is_empty() {
        return Err(unfinished(input, start, service));
    }
    Ok(rest)
}

fn unfinished(input: &Input, start: Span, service: &str) -> Diagnostic {
    let span = if input.is_at_end() {
        start
    } else {
        input.span()
    };
    Diagnostic::new(
        span,
        &format!("expected the name of an action of `{service}`"),
        &format!("write `{service}::` and a name, or `{service}:*` for all of them"),
    )
}

fn no_separator(text: &str, span: Span) -> Diagnostic {
    match iam_dsl_rules::check::action(text) {
        Err(message) => Diagnostic::of_message(span, span, text, &message),
        Ok(_) => Diagnostic::new(span, &format!("expected an action, not `{text}`"), EXPECTED),
    }
}

/// Errs when no comma follows.
fn finish(input: &Input, item: Item) -> Result<Item, Diagnostic> {
    match input.peek() {
        Some(token) if !ends(input, 0) => Err(comma_expected(token)),
        _ => Ok(item),
    }
}

fn comma_expected(token: &TokenTree) -> Diagnostic {
    Diagnostic::new(
        token.span(),
        &format!("expected `,` before `{token}`"),
        "put a comma after the action",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Result<String, String> {
        let mut input = Input::new(source.parse().unwrap(), Span::call_site());
        match item(&mut input) {
            Ok(item) => Ok(item.text),
            Err(diagnostic) => Err(diagnostic.text().to_owned()),
        }
    }

    #[test]
    fn every_way_to_write_an_action() {
        for (source, text) in [
            ("s3::GetObject", "s3:GetObject"),
            ("s3:GetObject", "s3:GetObject"),
            ("\"s3:GetObject\"", "s3:GetObject"),
            ("aws::s3::GetObject", "s3:GetObject"),
            ("s3:Get*", "s3:Get*"),
            ("s3:*Object", "s3:*Object"),
            ("s3:Get?bject*", "s3:Get?bject*"),
            ("s3:*", "s3:*"),
            ("*", "*"),
            ("execute-api:Invoke", "execute-api:Invoke"),
            ("execute_api::Invoke", "execute_api:Invoke"),
            ("s3-object-lambda:Get*,", "s3-object-lambda:Get*"),
            ("unchecked \"s3:New\"", "s3:New"),
        ] {
            assert_eq!(read(source).as_deref(), Ok(text), "{source}");
        }
    }

    #[test]
    fn what_is_no_action_is_said_to_be_none() {
        for (source, start) in [
            ("1", "expected an action"),
            ("s3:", "expected the name of an action of `s3`"),
            ("s3::GetObject s3::PutObject", "expected `,` before `s3`"),
            ("\"s3:GetObject\" s3::PutObject", "expected `,` before `s3`"),
            ("unchecked s3", "expected a string after `unchecked`"),
            ("GetObject", "action `GetObject` has no service prefix"),
        ] {
            let error = read(source).unwrap_err();
            assert!(error.starts_with(start), "{source}: {error}");
        }
    }
}
