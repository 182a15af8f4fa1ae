//! Does a text match?

use super::{Piece, Text};
use crate::Context;

impl Text {
    /// Returns true when the text, wildcards and all, is all of `value`, case and all. A variable
    /// that has no value makes it match nothing.
    ///
    /// Gives the last `*` one character more whenever the rest fails: earlier ones never need to
    /// change, so time is at most pattern times text.
    pub(crate) fn matches(&self, value: &str, context: &Context) -> bool {
        let pieces = self.pieces();
        let (mut at, mut rest) = (0, value);
        let mut retry = None;
        loop {
            let after = match pieces.get(at) {
                None if rest.is_empty() => return true,
                None => None,
                Some(Piece::Any) => {
                    at += 1;
                    if at == pieces.len() {
                        return true;
                    }
                    retry = Some((at, rest));
                    continue;
                }
                Some(Piece::One) => without_first(rest),
                Some(piece) => match piece.characters(context) {
                    None => return false,
                    Some(characters) => rest.strip_prefix(characters),
                },
            };
            if let Some(after) = after {
                (at, rest) = (at + 1, after);
                continue;
            }
            let Some((after_star, from)) = &mut retry else {
                return false;
            };
            let Some(shorter) = without_first(from) else {
                return false;
            };
            *from = shorter;
            (at, rest) = (*after_star, shorter);
        }
    }

    /// Returns true when the text is `value`, in whatever case its letters are. Letters are the
    /// same when Unicode writes them with the same small letters.
    pub(crate) fn equals_ignoring_case(&self, value: &str, context: &Context) -> bool {
        let mut rest = small_letters(value);
        for piece in self.pieces() {
            let Some(characters) = piece.characters(context) else {
                return false;
            };
            for character in small_letters(characters) {
                if rest.next() != Some(character) {
                    return false;
                }
            }
        }
        rest.next().is_none()
    }
}

fn without_first(text: &str) -> Option<&str> {
    let mut characters = text.chars();
    characters.next().map(|_| characters.as_str())
}

fn small_letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}
