//! Where in a document: `Statement[0].Action[2]`.

use std::fmt;

/// A step from a JSON value to one inside it.
///
/// ```
/// use iam_dsl_rules::{PathSegment, display_path};
///
/// let path = [PathSegment::from("Statement"), PathSegment::Index(0), PathSegment::from("Action")];
/// assert_eq!(display_path(&path).to_string(), "Statement[0].Action");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PathSegment {
    /// A member of an object: its value.
    Key(String),
    /// A member of an object: its key itself. Only the last step of a path can be one.
    Name(String),
    /// An item of a list, from 0.
    Index(usize),
}

impl From<&str> for PathSegment {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for PathSegment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A path as text: `Statement[0].Action[2]`, keys that would be ambiguous in brackets and quotes.
///
/// ```
/// use iam_dsl_rules::display_path;
///
/// assert_eq!(display_path(&["a.b".into(), 1.into()]).to_string(), r#"["a.b"][1]"#);
/// ```
pub fn display_path(path: &[PathSegment]) -> impl fmt::Display {
    DisplayPath(path)
}

/// Longer keys are cut, lest one drown the message.
const LONGEST_KEY: usize = 120;

struct DisplayPath<'a>(&'a [PathSegment]);

impl fmt::Display for DisplayPath<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                PathSegment::Index(index) => write!(formatter, "[{index}]")?,
                PathSegment::Key(key) | PathSegment::Name(key) if key.len() > LONGEST_KEY => {
                    let start: String = key.chars().take(LONGEST_KEY).collect();
                    write!(formatter, "[{start:?}…]")?;
                }
                PathSegment::Key(key) | PathSegment::Name(key) if is_plain(key) => {
                    let dot = if position == 0 { "" } else { "." };
                    write!(formatter, "{dot}{key}")?;
                }
                PathSegment::Key(key) | PathSegment::Name(key) => write!(formatter, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}

fn is_plain(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b":-_/".contains(&byte))
}
