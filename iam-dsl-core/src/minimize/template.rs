//! Which template covers which.

use crate::pattern::{Piece, arn_pieces_subsume, arn_subsumes, ends_fit};
use crate::{Part, Template, Token};

/// Returns true when every ARN that `narrow` matches, `wide` matches too, whatever the values of
/// variables and tokens are.
#[inline]
pub(super) fn template_subsumes(wide: &Template, narrow: &Template) -> bool {
    match (wide.as_str(), narrow.as_str()) {
        (Some(wide), Some(narrow)) if !ends_fit(wide, narrow) => false,
        (Some(wide), Some(narrow)) if !wide.contains("${") && !narrow.contains("${") => {
            arn_subsumes(wide, narrow)
        }
        _ => wide == narrow || arn_pieces_subsume(&pieces(wide), &pieces(narrow)),
    }
}

#[inline]
fn pieces(template: &Template) -> Vec<Piece<'_>> {
    template
        .parts()
        .map(|part| match part {
            Part::Text(text) => Piece::Text(text),
            Part::Variable(variable) => Piece::Variable(variable.source()),
            Part::Token(Token::Named(name)) => Piece::Token(name),
            Part::Token(pseudo) => Piece::PseudoParameter(pseudo.name()),
        })
        .collect()
}
