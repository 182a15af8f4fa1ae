//! Text that is not written as it is read: escapes, indentation, parts that a template fills in.

use std::ops::Range;

use iam_dsl_core::json::Span;

/// CloudFormation takes templates of 1 MB, Terraform sends policies to AWS.
const LONGEST: usize = 1 << 20;

/// A text, and where the file has each part of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    text: String,
    /// In order, each up to where the next one starts.
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    /// The byte of the text at which the part starts.
    start: usize,
    place: Span,
    /// The file has it byte by byte, and not something that stands for it.
    is_verbatim: bool,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is, but for blanks at the start of lines.
    Plain,
    /// With backslashes before what is meant otherwise.
    Escaped,
    /// With quotes doubled.
    Doubled,
    /// Terraform's, with `$${` for what is no interpolation.
    Heredoc,
    /// Terraform's, with backslashes as well.
    Quoted,
}

impl Placed {
    /// A text that is written in `source` at `place`, opening quote included where it has one.
    pub(super) fn written(text: &str, source: &str, place: Span) -> Self {
        let written = source.get(range(place)).unwrap_or("");
        let style = match written.as_bytes().first() {
            Some(b'"') => Style::Escaped,
            Some(b'\'') => Style::Doubled,
            _ => Style::Plain,
        };
        let quote = u32::from(style != Style::Plain);
        let inside = Span::new(place.start + quote, place.end);
        let mut placed = Self::default();
        placed.push_written(text, source, inside, style);
        placed
    }

    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns true for what is longer than any template may be, and so than any text that one makes: a few lines that
    /// refer to each other can ask for very much.
    pub(super) const fn is_too_long(&self) -> bool {
        self.text.len() > LONGEST
    }

    /// Adds what stands in the file instead of itself.
    pub(super) fn push(&mut self, text: &str, place: Span) {
        self.part(place, false);
        self.text.push_str(text);
    }

    /// Adds a text that is written at `place` in some style.
    ///
    /// Blanks are not compared: YAML and Terraform take indentation away, and join lines. Where
    /// the text is not found in what is written, all of it stands at the whole place.
    pub(super) fn push_written(&mut self, text: &str, source: &str, place: Span, style: Style) {
        let parts = self.parts.len();
        let mut written = Written {
            source,
            at: place.start as usize,
            end: place.end as usize,
            style,
        };
        let mut follows = None;
        let start = self.text.len();
        self.text.push_str(text);
        for (offset, character) in text.char_indices() {
            let blank = character.is_whitespace();
            let Some(found) = written.find(character) else {
                if blank {
                    follows = None;
                    continue;
                }
                self.parts.truncate(parts);
                self.parts.push(Part {
                    start,
                    place,
                    is_verbatim: false,
                });
                return;
            };
            let is_verbatim = found.len() == character.len_utf8();
            if follows != Some(found.start) || !is_verbatim {
                self.parts.push(Part {
                    start: start + offset,
                    place: span(found.start, found.end),
                    is_verbatim,
                });
            }
            if let Some(part) = self.parts.last_mut() {
                part.place.end = span(0, found.end).end;
            }
            follows = is_verbatim.then_some(found.end);
        }
    }

    /// Adds a part of another text.
    pub(super) fn push_part(&mut self, other: &Self, wanted: Range<usize>) {
        let Some(text) = other.text.get(wanted.clone()) else {
            return;
        };
        let base = self.text.len();
        let first = other.part_at(wanted.start);
        for part in other.parts.iter().skip(first) {
            if part.start >= wanted.end {
                break;
            }
            let skipped = wanted.start.saturating_sub(part.start);
            let mut place = part.place;
            if part.is_verbatim {
                place.start = span(0, place.start as usize + skipped).end.min(place.end);
            }
            self.parts.push(Part {
                start: base + part.start.saturating_sub(wanted.start),
                place,
                is_verbatim: part.is_verbatim,
            });
        }
        self.text.push_str(text);
    }

    /// Adds all of another text.
    pub(super) fn append(&mut self, other: &Self) {
        self.push_part(other, 0..other.text.len());
    }

    /// The text without `%` and hexadecimal digits, where it has them for single characters, as URLs
    /// do. `None`: it is no such text.
    pub(super) fn percent_decoded(&self) -> Option<Self> {
        let mut decoded = Self::default();
        let mut rest = &*self.text;
        let mut bytes = Vec::new();
        let start_of = |rest: &str| self.text.len() - rest.len();
        while !rest.is_empty() {
            let start = start_of(rest);
            bytes.clear();
            while let Some(after) = rest.strip_prefix('%') {
                bytes.push(u8::from_str_radix(after.get(..2)?, 16).ok()?);
                rest = after.get(2..)?;
                if std::str::from_utf8(&bytes).is_ok() {
                    break;
                }
            }
            if bytes.is_empty() {
                let end = rest.find('%').unwrap_or(rest.len());
                rest = rest.get(end..)?;
                decoded.push_part(self, start..start + end);
            } else {
                let text = std::str::from_utf8(&bytes).ok()?;
                decoded.push(text, self.place(span(start, start_of(rest))));
            }
        }
        Some(decoded)
    }

    /// Finds the place in the file of a stretch of the text.
    pub(super) fn place(&self, wanted: Span) -> Span {
        let (start, end) = (wanted.start as usize, wanted.end as usize);
        let from = self.parts.get(self.part_at(start)).map_or(0, |part| {
            let offset = if part.is_verbatim {
                start.saturating_sub(part.start)
            } else {
                0
            };
            (part.place.start as usize + offset).min(part.place.end as usize)
        });
        let to = self.parts.get(self.part_at(end.saturating_sub(1)));
        let to = to.map_or(0, |part| {
            let whole = part.place.end as usize;
            if part.is_verbatim {
                (part.place.start as usize + end.saturating_sub(part.start)).min(whole)
            } else {
                whole
            }
        });
        span(from, to.max(from))
    }

    fn part(&mut self, place: Span, is_verbatim: bool) {
        self.parts.push(Part {
            start: self.text.len(),
            place,
            is_verbatim,
        });
    }

    /// The index of the part that has the byte `at`.
    fn part_at(&self, at: usize) -> usize {
        self.parts
            .partition_point(|part| part.start <= at)
            .saturating_sub(1)
    }
}

/// What is written, as far as it is not found again yet.
struct Written<'a> {
    source: &'a str,
    at: usize,
    end: usize,
    style: Style,
}

impl Written<'_> {
    /// Finds the next character, behind blanks. A blank is only looked for where the text is now.
    fn find(&mut self, wanted: char) -> Option<Range<usize>> {
        loop {
            let (written, length) = self.next()?;
            let found = self.at..self.at + length;
            if written == wanted {
                self.at = found.end;
                return Some(found);
            }
            if wanted.is_whitespace() || !written.is_whitespace() {
                return None;
            }
            self.at = found.end;
        }
    }

    /// The character that is written here, and how long.
    fn next(&self) -> Option<(char, usize)> {
        let rest = self.source.get(self.at..self.end)?;
        let mut characters = rest.chars();
        let first = characters.next()?;
        let second = characters.next();
        match (self.style, first, second) {
            (Style::Escaped | Style::Quoted, '\\', Some('u')) => {
                let code = u32::from_str_radix(rest.get(2..6)?, 16).ok()?;
                Some((char::from_u32(code)?, 6))
            }
            (Style::Escaped | Style::Quoted, '\\', Some(escaped)) => {
                let meant = match escaped {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    other => other,
                };
                Some((meant, 1 + escaped.len_utf8()))
            }
            (Style::Doubled, '\'', Some('\'')) => Some(('\'', 2)),
            (Style::Heredoc | Style::Quoted, '$' | '%', Some(_))
                if rest.starts_with("$${") || rest.starts_with("%%{") =>
            {
                Some((first, 2))
            }
            _ => Some((first, first.len_utf8())),
        }
    }
}

pub(super) fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

/// Offsets as a span.
pub(super) fn span(start: usize, end: usize) -> Span {
    let offset = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<'s>(placed: &Placed, source: &'s str, part: &str) -> &'s str {
        let start = placed.as_str().find(part).unwrap();
        &source[range(placed.place(span(start, start + part.len())))]
    }

    #[test]
    fn escapes_are_stepped_over() {
        let source = r#"x: "{\"a\":\n \"\u0062é\"}""#;
        let placed = Placed::written("{\"a\":\n \"bé\"}", source, span(3, source.len()));
        assert_eq!(shown(&placed, source, "\"a\""), r#"\"a\""#);
        assert_eq!(shown(&placed, source, "bé"), r"\u0062é");
        assert_eq!(shown(&placed, source, "}"), "}");
    }

    #[test]
    fn indentation_is_stepped_over() {
        let source = "x: |\n    {\n      'a'\n    }\n";
        let placed = Placed::written("{\n  'a'\n}\n", source, span(5, source.len()));
        assert_eq!(shown(&placed, source, "'a'"), "'a'");
        assert_eq!(shown(&placed, source, "}"), "}");
    }

    #[test]
    fn what_is_filled_in_stands_where_it_is_asked_for() {
        let source = "'a ${B} d'";
        let whole = Placed::written("a ${B} d", source, span(0, source.len()));
        let mut placed = Placed::default();
        placed.push_part(&whole, 0..2);
        placed.push("bucket", whole.place(span(2, 6)));
        placed.push_part(&whole, 6..8);
        assert_eq!(placed.as_str(), "a bucket d");
        assert_eq!(shown(&placed, source, "buck"), "${B}");
        assert_eq!(shown(&placed, source, "d"), "d");
        assert_eq!(shown(&placed, source, "a bucket"), "a ${B}");
    }

    #[test]
    fn other_text_stands_at_the_whole_place() {
        let source = "'x'";
        let placed = Placed::written("y", source, span(0, 3));
        assert_eq!(placed.place(span(0, 1)), span(1, 3));
    }
}
