//! What could not be read, and what was found in what could.

use std::ops::Range;

use iam_dsl_core::check::FindingType;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::printable;

/// Something wrong with a file, or a part of it: what it is, where, and what to write instead.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    level: FindingType,
    code: Option<&'static str>,
    message: String,
    help: Option<String>,
    notes: Vec<String>,
    file: Box<str>,
    excerpt: Option<Box<Excerpt>>,
}

/// A stretch of a line of a file.
#[derive(Clone, Debug)]
pub(crate) struct Excerpt {
    /// The line, from 1.
    line: usize,
    /// The character in the line, from 1.
    column: usize,
    /// The line, or of a long one what is around the stretch.
    text: String,
    /// How many bytes of the line stand before that.
    skipped: usize,
    /// Where the stretch starts and ends, in bytes of the line.
    start: usize,
    end: usize,
}

/// So many bytes of a line are shown to each side. Programs write files of a single line, and thousands of mistakes in it.
const AROUND: usize = 500;

impl Problem {
    /// An error in a file as a whole.
    pub(crate) fn new(file: impl Into<Box<str>>, message: impl Into<String>) -> Self {
        Self {
            level: FindingType::Error,
            code: None,
            message: printable(&message.into()).into_owned(),
            help: None,
            notes: Vec::new(),
            file: file.into(),
            excerpt: None,
        }
    }

    /// The problem with the place where it is.
    pub(crate) fn at(mut self, excerpt: Excerpt) -> Self {
        self.excerpt = Some(Box::new(excerpt));
        self
    }

    /// The problem with what to do about it, where that is known.
    pub(crate) fn with_help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help = help.into().map(|help| printable(&help).into_owned());
        self
    }

    /// The problem as one that is that grave, by the name it has in lists of such.
    pub(crate) fn of(mut self, level: FindingType, code: Option<&'static str>) -> Self {
        self.level = level;
        self.code = code;
        self
    }

    /// The problem with something that is good to know.
    pub(crate) fn with_note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(printable(&note.into()).into_owned());
        self
    }

    /// Returns how grave it is.
    pub(crate) const fn level(&self) -> FindingType {
        self.level
    }

    /// Returns the name that problems of its sort have, if they have one.
    pub(crate) const fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// Returns what is wrong.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// Returns what to do about it.
    pub(crate) fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Returns what is good to know.
    pub(crate) fn notes(&self) -> &[String] {
        &self.notes
    }

    /// Returns the file, as it was named.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// Returns the place in the file.
    pub(crate) fn excerpt(&self) -> Option<&Excerpt> {
        self.excerpt.as_deref()
    }
}

impl Excerpt {
    /// The stretch of `text` from the byte `start` up to `end`, or as much of it as is on its first
    /// line. `text` starts with the line `first_line` of its file.
    pub(crate) fn of(text: &str, first_line: usize, start: usize, end: usize) -> Self {
        let before = text.get(..start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = text.get(line_start..).unwrap_or("");
        let line = line.split('\n').next().unwrap_or("").trim_end_matches('\r');
        let start = (before.len() - line_start).min(line.len());
        let whole = |wanted: usize| {
            let end = (wanted..=line.len()).find(|end| line.is_char_boundary(*end));
            end.unwrap_or(line.len())
        };
        let skipped = whole(start.saturating_sub(AROUND)).min(start);
        let shown = whole(start + AROUND);
        Self {
            line: first_line + before.bytes().filter(|byte| *byte == b'\n').count(),
            column: line.get(..start).unwrap_or("").chars().count() + 1,
            text: line.get(skipped..shown).unwrap_or("").to_owned(),
            skipped,
            start,
            end: whole(end.saturating_sub(line_start).clamp(start, shown)),
        }
    }

    /// Returns the line, from 1.
    pub(crate) const fn line(&self) -> usize {
        self.line
    }

    /// Returns the character in the line, from 1.
    pub(crate) const fn column(&self) -> usize {
        self.column
    }

    /// Returns the line, or of a long one what is around the stretch.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Returns true when the text begins where the line does.
    pub(crate) const fn is_whole(&self) -> bool {
        self.skipped == 0
    }

    /// Returns the bytes of the line that are meant.
    pub(crate) const fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns the bytes of the text that are meant.
    pub(crate) const fn range_in_text(&self) -> Range<usize> {
        self.start - self.skipped..self.end - self.skipped
    }
}

/// Writes what is known of message, help, file, line and column.
impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("message", &self.message)?;
        if let Some(help) = &self.help {
            map.serialize_entry("help", help)?;
        }
        map.serialize_entry("file", &self.file)?;
        if let Some(excerpt) = &self.excerpt {
            map.serialize_entry("line", &excerpt.line)?;
            map.serialize_entry("column", &excerpt.column())?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_of_one_line() {
        let excerpt = Excerpt::of("a: é\nb: cc\r\ndd", 1, 9, 15);
        assert_eq!(excerpt.text(), "b: cc");
        assert_eq!((excerpt.line(), excerpt.column()), (2, 4));
        assert_eq!(excerpt.range(), 3..5);
    }

    #[test]
    fn an_excerpt_has_whole_characters() {
        assert_eq!(Excerpt::of("aéb", 1, 1, 2).range(), 1..3);
    }

    #[test]
    fn an_excerpt_of_a_long_line_is_what_is_around() {
        let line = format!("{}x{}", "é".repeat(5_000), "é".repeat(5_000));
        let excerpt = Excerpt::of(&line, 1, 10_000, 10_001);
        assert_eq!(excerpt.column(), 5_001);
        assert_eq!(excerpt.range(), 10_000..10_001);
        assert_eq!(&excerpt.text()[excerpt.range_in_text()], "x");
        assert!(excerpt.text().len() <= 2 * AROUND + 2);
        let all = Excerpt::of(&line, 1, 0, line.len());
        assert_eq!(all.range_in_text(), 0..all.text().len());
    }

    #[test]
    fn an_excerpt_may_stand_at_the_end() {
        let excerpt = Excerpt::of("a\n", 7, 2, 2);
        assert_eq!((excerpt.line(), excerpt.column()), (8, 1));
        assert_eq!(excerpt.range(), 0..0);
    }
}
