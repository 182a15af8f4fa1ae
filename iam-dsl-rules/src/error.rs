//! Why a text is no policy document.

use std::fmt;

use crate::json::{Position, Span};
use crate::path::{PathSegment, display_path};

/// Why a text, or a tree of JSON values, could not be read as a policy document.
///
/// Only what IAM itself could not read is an error here: text that is not JSON, a key that stands
/// twice, a value of the wrong shape, an element the grammar does not have. Everything else is
/// kept as it is and left to the validator.
///
/// ```
/// use iam_dsl_rules::json;
///
/// let error = json::parse(r#"{"Sid": "Read", "Sid": "Write"}"#).unwrap_err();
/// assert!(error.is_duplicate_key());
/// assert_eq!(error.to_string(), "duplicate key `Sid` (first at line 1 column 2) at line 1 column 17");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    kind: Kind,
    message: String,
    help: Option<String>,
    /// Innermost segment first while the error travels outwards.
    path: Vec<PathSegment>,
    span: Option<Span>,
    position: Option<Position>,
    first: Option<First>,
}

/// The earlier of two equal keys.
#[derive(Clone, Debug, PartialEq, Eq)]
struct First {
    span: Span,
    position: Option<Position>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Syntax,
    DuplicateKey,
    Shape,
    UnknownElement,
}

impl ReadError {
    pub(crate) fn syntax(span: Span, message: impl Into<String>) -> Self {
        Self::new(Kind::Syntax, Some(span), message)
    }

    /// A value that has a shape its element cannot have.
    #[doc(hidden)]
    #[must_use]
    pub fn shape(span: Span, message: impl Into<String>) -> Self {
        Self::new(Kind::Shape, Some(span), message)
    }

    /// An element that the grammar does not have.
    #[doc(hidden)]
    #[must_use]
    pub fn unknown_element(span: Span, message: impl Into<String>) -> Self {
        Self::new(Kind::UnknownElement, Some(span), message)
    }

    pub(crate) fn duplicate_key(key: &str, first: Span, second: Span) -> Self {
        let mut error = Self::new(
            Kind::DuplicateKey,
            Some(second),
            format!("duplicate key {}", quoted(key)),
        );
        error.0.first = Some(First {
            span: first,
            position: None,
        });
        error
    }

    fn new(kind: Kind, span: Option<Span>, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            help: None,
            path: Vec::new(),
            span,
            position: None,
            first: None,
        }))
    }

    /// The error with what to do about it.
    #[doc(hidden)]
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Notes that the error lies inside `segment` of the value that is being read.
    #[doc(hidden)]
    #[must_use]
    pub fn inside(mut self, segment: impl Into<PathSegment>) -> Self {
        self.0.path.push(segment.into());
        self
    }

    /// Puts the path in reading order, once the error has left the root.
    #[doc(hidden)]
    #[must_use]
    pub fn at_root(mut self) -> Self {
        self.0.path.reverse();
        self
    }

    /// Turns byte offsets into lines and columns of `text`.
    #[doc(hidden)]
    #[must_use]
    pub fn located(mut self, text: &str) -> Self {
        let place = |span: Span| Position::of(text, span.start as usize);
        self.0.position = self.0.span.map(place);
        if let Some(first) = &mut self.0.first {
            first.position = Some(place(first.span));
        }
        self
    }

    /// Forgets the spans of a tree that came from no text.
    #[doc(hidden)]
    #[must_use]
    pub fn unplaced(mut self) -> Self {
        self.0.span = None;
        self.0.first = None;
        self
    }

    /// What is wrong, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What to do about it, where that can be said.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.0.help.as_deref()
    }

    /// The value the error is in, as steps from the root.
    #[must_use]
    pub fn path(&self) -> &[PathSegment] {
        &self.0.path
    }

    /// Where the error stands; `None` if what was read had no places.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.0.span
    }

    /// Where the key that stands twice stands first.
    #[must_use]
    pub fn first_span(&self) -> Option<Span> {
        self.0.first.as_ref().map(|first| first.span)
    }

    /// The line, from 1; `None` unless text was read.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.0.position.map(|position| position.line)
    }

    /// The character within the line, from 1; `None` unless text was read.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.0.position.map(|position| position.column)
    }

    /// Returns true when the text is not JSON.
    #[must_use]
    pub fn is_syntax(&self) -> bool {
        self.0.kind == Kind::Syntax
    }

    /// Returns true when an object has a key twice.
    #[must_use]
    pub fn is_duplicate_key(&self) -> bool {
        self.0.kind == Kind::DuplicateKey
    }

    /// Returns true when a value has a shape that its element cannot have, or a needed element is missing.
    #[must_use]
    pub fn is_shape(&self) -> bool {
        self.0.kind == Kind::Shape
    }

    /// Returns true when an element is none of the grammar's.
    #[must_use]
    pub fn is_unknown_element(&self) -> bool {
        self.0.kind == Kind::UnknownElement
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.message)?;
        if let Some(first) = self.0.first.as_ref().and_then(|first| first.position) {
            write!(formatter, " (first at {first})")?;
        }
        if !self.0.path.is_empty() {
            write!(formatter, " at {}", display_path(&self.0.path))?;
        }
        match self.0.position {
            Some(position) if self.0.path.is_empty() => write!(formatter, " at {position}"),
            Some(position) => write!(formatter, ", {position}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ReadError {}

/// `text` in backticks on one line, cut where it would drown the message.
#[doc(hidden)]
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 120;
    let mut shown = String::with_capacity(text.len().min(LONGEST) + 2);
    shown.push('`');
    for (count, character) in text.chars().enumerate() {
        if count == LONGEST {
            shown.push('…');
            break;
        }
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown.push('`');
    shown
}
