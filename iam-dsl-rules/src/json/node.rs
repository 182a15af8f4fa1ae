//! The tree the reader builds.

use std::borrow::Cow;

/// A stretch of the source: byte offsets for text, indexes of a table of token spans in macros.
///
/// ```
/// use iam_dsl_rules::json;
///
/// let node = json::parse("  [1]")?;
/// assert_eq!((node.span.start, node.span.end), (2, 5));
/// # Ok::<(), iam_dsl_rules::ReadError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Where it starts.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

impl Span {
    /// The stretch from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }
}

/// A JSON value and where it stands. Text without escapes is borrowed from the source.
///
/// ```
/// use iam_dsl_rules::json::{self, Node, Value};
///
/// let node = json::parse(r#"["s3:GetObject"]"#)?;
/// let Value::Array(items) = &node.value else { unreachable!() };
/// assert_eq!(items[0].as_str(), Some("s3:GetObject"));
/// # Ok::<(), iam_dsl_rules::ReadError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Where the value stands.
    pub span: Span,
    /// The value itself.
    pub value: Value<'a>,
}

/// What a [`Node`] holds.
///
/// ```
/// use iam_dsl_rules::json::{self, Value};
///
/// assert_eq!(json::parse("1.50")?.value, Value::Number("1.50".into()));
/// # Ok::<(), iam_dsl_rules::ReadError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Cow<'a, str>),
    /// Text, its escapes resolved.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Node<'a>>),
    /// Members in the order they were written.
    Object(Vec<Member<'a>>),
    /// A Rust expression inside `policy!`, unknown while it compiles. No text reads as this.
    Opaque,
}

/// A key of an object and its value.
///
/// ```
/// use iam_dsl_rules::json::{self, Value};
///
/// let node = json::parse(r#"{"Id": null}"#)?;
/// let Value::Object(members) = &node.value else { unreachable!() };
/// assert_eq!((members[0].key_span.start, members[0].key_span.end), (1, 5));
/// # Ok::<(), iam_dsl_rules::ReadError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Node<'a>,
}

impl<'a> Node<'a> {
    /// A value that stands nowhere in particular.
    ///
    /// ```
    /// use iam_dsl_rules::json::{Node, Value};
    ///
    /// assert_eq!(Node::unplaced(Value::Null).span.start, 0);
    /// ```
    #[must_use]
    pub const fn unplaced(value: Value<'a>) -> Self {
        Self {
            span: Span::new(0, 0),
            value,
        }
    }

    /// The value of the member `key`, where this is an object that has it.
    ///
    /// ```
    /// use iam_dsl_rules::json::{self, Value};
    ///
    /// let node = json::parse(r#"{"Id": "x"}"#)?;
    /// assert_eq!(node.get("Id").map(|id| &id.value), Some(&Value::String("x".into())));
    /// assert_eq!(node.get("id"), None);
    /// # Ok::<(), iam_dsl_rules::ReadError>(())
    /// ```
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            Value::Object(members) => members
                .iter()
                .find(|member| member.key == key)
                .map(|member| &member.value),
            _ => None,
        }
    }

    /// The text, where this is a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl Value<'_> {
    /// What the value is, with its article, for messages: `a string`, `an object`.
    ///
    /// ```
    /// use iam_dsl_rules::json::Value;
    ///
    /// assert_eq!(Value::Array(Vec::new()).describe(), "a list");
    /// ```
    #[must_use]
    pub const fn describe(&self) -> &'static str {
        match self {
            Value::Null => "`null`",
            Value::Bool(true) => "`true`",
            Value::Bool(false) => "`false`",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
            Value::Opaque => "an expression",
        }
    }
}
