//! Byte offsets as people count.

use std::fmt;

/// A place in a text, counted as editors do: lines and characters from 1.
///
/// ```
/// use iam_dsl_rules::json::Position;
///
/// let place = Position::of("{\n  \"é\": x", 9);
/// assert_eq!((place.line, place.column), (2, 7));
/// assert_eq!(place.to_string(), "line 2 column 7");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
}

impl Position {
    /// The place of the byte `offset` of `text`; past the end it is the end.
    #[must_use]
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before.get(line_start..).unwrap_or("").chars().count() + 1,
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {} column {}", self.line, self.column)
    }
}
