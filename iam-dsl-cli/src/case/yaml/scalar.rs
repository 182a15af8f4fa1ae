//! The text of scalars, and places within it.

use std::ops::Range;

use iam_dsl_core::json::{Node, Span, Value};

use super::tree::describe;
use super::words::{Said, Words};
use crate::read::{Mistake, Source};

/// The text of a YAML scalar, and where the file has it.
#[derive(Clone, Copy)]
pub(super) struct Scalar<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    /// The whole file.
    pub(super) source: &'a str,
}

impl Scalar<'_> {
    /// Finds the place in the file of a stretch of the text.
    ///
    /// A scalar may stand on several lines, of which YAML makes one. So characters are counted, and
    /// blanks are not. Where there are escapes that cannot be: then the place is the whole scalar.
    pub(super) fn place(self, range: Range<usize>) -> Span {
        let start = self.span.start as usize;
        let written = self.source.get(start..self.span.end as usize).unwrap_or("");
        let quotes = usize::from(written.starts_with(['"', '\'']));
        let places: Vec<Range<usize>> = written
            .char_indices()
            .filter(|(_, character)| !character.is_whitespace())
            .map(|(offset, character)| start + offset..start + offset + character.len_utf8())
            .collect();
        let count = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        if places.len() != count(self.text) + 2 * quotes {
            return self.span;
        }
        let before = |offset| quotes + count(self.text.get(..offset).unwrap_or(self.text));
        let (first, end) = (before(range.start), before(range.end));
        let last = end.checked_sub(1).and_then(|last| places.get(last));
        let to = last.map_or(start, |last| last.end);
        let from = if first < end { places.get(first) } else { None };
        span(from.map_or(to, |from| from.start), to)
    }
}

fn span(start: usize, end: usize) -> Span {
    let offset = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}

/// The text of a scalar.
pub(super) fn scalar(node: &Node<'_>, what: &str) -> Result<Said<String>, Mistake> {
    match &node.value {
        Value::String(text) => Ok(Said {
            value: text.clone().into_owned(),
            span: node.span,
        }),
        Value::Null => Err(Mistake::new(node.span, format!("{what} is empty"))
            .with_help("write what is meant; an empty text is `\"\"`".to_owned())),
        other => Err(
            Mistake::new(node.span, format!("{what} is {}", describe(other)))
                .with_help("write a text".to_owned()),
        ),
    }
}

/// The words of a scalar.
pub(super) fn words<'a>(text: &'a str, node: &Node<'_>, source: Source<'a>) -> Words<'a> {
    Words::new(Scalar {
        text,
        span: node.span,
        source: source.text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in `source` at the place of `part`, where all of `source` is the scalar `text`.
    fn found<'s>(source: &'s str, text: &str, part: &str) -> &'s str {
        let span = span(0, source.len());
        let start = text.find(part).unwrap();
        let place = Scalar { text, span, source }.place(start..start + part.len());
        &source[place.start as usize..place.end as usize]
    }

    #[test]
    fn a_part_is_found_on_its_line() {
        assert_eq!(found("deny é on x", "deny é on x", "é on"), "é on");
        assert_eq!(found("'deny x'", "deny x", "x"), "x");
        assert_eq!(
            found("deny x\n    with a=b", "deny x with a=b", "a=b"),
            "a=b"
        );
    }

    #[test]
    fn with_escapes_the_place_is_the_whole() {
        assert_eq!(found(r#""a \u0062 c""#, "a b c", "c"), r#""a \u0062 c""#);
    }
}
