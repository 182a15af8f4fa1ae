//! Texts of policies, made ready to compare with texts of requests.

mod glob;
#[cfg(test)]
mod tests;
mod variable;

use iam_dsl_core::{ConditionValue, Part, Template};

use crate::Context;
pub(crate) use variable::Variable;

/// A text of a policy, taken apart.
///
/// What is a wildcard is settled before any request is seen: text that a variable brings in is
/// compared as it is, whatever characters it has.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text(Vec<Piece>);

#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// These characters. Never empty, and never two in a row.
    Literal(String),
    /// `?`: any one character.
    One,
    /// `*`: any text. Never two in a row.
    Any,
    Variable(Variable),
}

/// What characters of a text may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// `${…}` is a policy variable.
    pub(crate) variables: bool,
    /// `*` and `?` are wildcards.
    pub(crate) wildcards: bool,
}

impl Text {
    pub(crate) fn compile(template: &Template, reading: Reading) -> Self {
        let mut text = Self::default();
        for part in template.parts() {
            match part {
                Part::Text(characters) => text.read(characters, reading),
                Part::Token(token) => match token.plain() {
                    Some(plain) => text.push_literal(plain),
                    None => text.push_literal(&token.placeholder()),
                },
                Part::Variable(variable) if !reading.variables => {
                    text.read(variable.source(), reading);
                }
                Part::Variable(variable) => match variable.as_literal() {
                    Some(character) => text.push_literal(character.encode_utf8(&mut [0; 4])),
                    None => text.push(Piece::Variable(Variable::new(&variable))),
                },
            }
        }
        text
    }

    /// The text of a condition's value, of whatever JSON type.
    pub(crate) fn of_value(value: &ConditionValue, reading: Reading) -> Self {
        if let ConditionValue::String(template) = value {
            return Self::compile(template, reading);
        }
        let mut text = Self::default();
        text.push_literal(&value.to_text());
        text
    }

    fn read(&mut self, characters: &str, reading: Reading) {
        if !reading.wildcards {
            return self.push_literal(characters);
        }
        for run in characters.split_inclusive(['*', '?']) {
            if let Some(before) = run.strip_suffix('*') {
                self.push_literal(before);
                self.push(Piece::Any);
            } else if let Some(before) = run.strip_suffix('?') {
                self.push_literal(before);
                self.push(Piece::One);
            } else {
                self.push_literal(run);
            }
        }
    }

    pub(crate) fn push(&mut self, piece: Piece) {
        match (self.0.last_mut(), piece) {
            (Some(Piece::Any), Piece::Any) => {}
            (Some(Piece::Literal(before)), Piece::Literal(more)) => before.push_str(&more),
            (_, piece) => self.0.push(piece),
        }
    }

    pub(crate) fn push_literal(&mut self, characters: &str) {
        if !characters.is_empty() {
            self.push(Piece::Literal(characters.to_owned()));
        }
    }

    pub(crate) fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Returns true for `*`.
    pub(crate) fn is_any(&self) -> bool {
        matches!(self.0.as_slice(), [Piece::Any])
    }

    /// The text with its variables filled in, if the request has them all.
    pub(crate) fn filled(&self, context: &Context) -> Option<Self> {
        let mut filled = Self::default();
        for piece in &self.0 {
            match piece {
                Piece::One | Piece::Any => filled.push(piece.clone()),
                _ => filled.push_literal(piece.characters(context)?),
            }
        }
        Some(filled)
    }
}

impl Piece {
    /// The characters that the piece stands for, if there are any and they are known.
    fn characters<'a>(&'a self, context: &'a Context) -> Option<&'a str> {
        match self {
            Self::Literal(characters) => Some(characters),
            Self::Variable(variable) => variable.value(context),
            Self::One | Self::Any => None,
        }
    }
}

/// Returns true when only a deployment can say what the text is. The partition nearly always is
/// `aws`, and is taken for it.
pub(crate) fn is_unknown(template: &Template) -> bool {
    template.tokens().any(|token| token.plain().is_none())
}

/// [`is_unknown`] for a condition's value, of whatever JSON type.
pub(crate) fn is_unknown_value(value: &ConditionValue) -> bool {
    matches!(value, ConditionValue::String(text) if is_unknown(text))
}
