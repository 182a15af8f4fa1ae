//! Patterns taken apart.

use super::Piece;

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
    Unknown(Piece<'a>),
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

/// The symbols of text of which parts are not known.
pub(super) fn of_pieces<'a>(pieces: &[Piece<'a>]) -> Vec<Symbol<'a>> {
    let mut symbols = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => symbols.extend(of_text(text, false)),
            unknown => symbols.push(Symbol::Unknown(*unknown)),
        }
    }
    symbols
}
