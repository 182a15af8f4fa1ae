//! Patterns taken apart.

use crate::{Part, Template, Token};

/// A step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Symbol<'a> {
    /// This character.
    Literal(char),
    /// `?`: any one character.
    One,
    /// `*`: any text.
    Any,
    /// Text that is not known yet, the same wherever it is named so.
    Unknown(Unknown<'a>),
}

/// The name of text that is not known yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unknown<'a> {
    Variable(&'a str),
    Token(&'a Token),
}

/// The symbols of plain text: no variables.
pub(super) fn of_text(text: &str, ignore_case: bool) -> Vec<Symbol<'static>> {
    text.chars()
        .map(|character| match character {
            '*' => Symbol::Any,
            '?' => Symbol::One,
            letter if ignore_case => Symbol::Literal(letter.to_ascii_lowercase()),
            letter => Symbol::Literal(letter),
        })
        .collect()
}

/// The symbols of text with policy variables and tokens.
pub(super) fn of_template(template: &Template) -> Vec<Symbol<'_>> {
    let mut symbols = Vec::new();
    for part in template.parts() {
        match part {
            Part::Text(text) => symbols.extend(of_text(text, false)),
            Part::Variable(variable) => {
                symbols.push(Symbol::Unknown(Unknown::Variable(variable.source())));
            }
            Part::Token(token) => symbols.push(Symbol::Unknown(Unknown::Token(token))),
        }
    }
    symbols
}
