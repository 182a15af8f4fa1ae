//! Text to tree.

use std::borrow::Cow;

use super::duplicate::reject_duplicates;
use super::number::number_length;
use super::string::read_string;
use super::{MAX_DEPTH, Member, Node, Span, Value, unexpected};
use crate::ReadError;

/// Reads one JSON value that is all of `text`.
///
/// # Errors
///
/// When `text` is not JSON ([`ReadError::is_syntax`]; nesting deeper than [`MAX_DEPTH`] counts as
/// that), or an object has a key twice ([`ReadError::is_duplicate_key`]). The error knows line,
/// column and the path to the value it is in.
///
/// ```
/// use iam_dsl_rules::json;
///
/// let error = json::parse("{\"Statement\": [{\n  \"Sid\": 'A'}]}").unwrap_err();
/// assert_eq!(error.to_string(), "expected a value, found `'` at Statement[0].Sid, line 2 column 10");
/// assert_eq!(error.help(), Some("JSON text stands in double quotes"));
/// ```
pub fn parse(text: &str) -> Result<Node<'_>, ReadError> {
    read(text).map_err(|error| error.at_root().located(text))
}

fn read(text: &str) -> Result<Node<'_>, ReadError> {
    if u32::try_from(text.len()).is_err() {
        return Err(ReadError::syntax(
            Span::new(0, 0),
            "text is longer than 4 GiB",
        ));
    }
    let mut parser = Parser { text, at: 0 };
    if text.starts_with('\u{feff}') {
        return Err(parser
            .error_at(0, "byte order mark before the JSON text")
            .with_help("save the file as UTF-8 without a byte order mark"));
    }
    parser.skip_whitespace();
    let node = parser.value(MAX_DEPTH)?;
    parser.skip_whitespace();
    if parser.at < text.len() {
        return Err(unexpected::after_the_end(&parser));
    }
    Ok(node)
}

pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Parser<'a> {
    /// The value that starts here, holding at most `depth` levels of arrays and objects.
    fn value(&mut self, depth: usize) -> Result<Node<'a>, ReadError> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'"') => Value::String(self.string()?),
            Some(b'{') => Value::Object(self.object(self.deeper(depth)?)?),
            Some(b'[') => Value::Array(self.array(self.deeper(depth)?)?),
            Some(b'-' | b'0'..=b'9') => Value::Number(Cow::Borrowed(self.number()?)),
            Some(b't') if self.take_word("true") => Value::Bool(true),
            Some(b'f') if self.take_word("false") => Value::Bool(false),
            Some(b'n') if self.take_word("null") => Value::Null,
            _ => return Err(unexpected::instead_of_a_value(self)),
        };
        Ok(Node {
            span: self.span_from(start),
            value,
        })
    }

    fn deeper(&self, depth: usize) -> Result<usize, ReadError> {
        depth.checked_sub(1).ok_or_else(|| {
            self.error_at(
                self.at,
                format!("nested deeper than {MAX_DEPTH} arrays and objects"),
            )
            .with_help("a policy document needs six")
        })
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Member<'a>>, ReadError> {
        let mut members = Vec::new();
        self.at += 1;
        self.skip_whitespace();
        if self.take(b'}') {
            return Ok(members);
        }
        loop {
            let key_start = self.at;
            if self.peek() != Some(b'"') {
                return Err(unexpected::instead_of_a_key(self, members.is_empty()));
            }
            let key = self.string()?;
            let key_span = self.span_from(key_start);
            let value = match self.member_value(depth) {
                Ok(value) => value,
                Err(error) => return Err(error.inside(&*key)),
            };
            members.push(Member {
                key,
                key_span,
                value,
            });
            self.skip_whitespace();
            if self.take(b'}') {
                break;
            }
            if !self.take(b',') {
                return Err(unexpected::instead_of_a_comma(self, '}'));
            }
            self.skip_whitespace();
        }
        reject_duplicates(&members)?;
        Ok(members)
    }

    fn member_value(&mut self, depth: usize) -> Result<Node<'a>, ReadError> {
        self.skip_whitespace();
        if !self.take(b':') {
            return Err(unexpected::instead_of_a_colon(self));
        }
        self.skip_whitespace();
        self.value(depth)
    }

    fn array(&mut self, depth: usize) -> Result<Vec<Node<'a>>, ReadError> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_whitespace();
        if self.take(b']') {
            return Ok(items);
        }
        loop {
            if !items.is_empty() && self.peek() == Some(b']') {
                return Err(unexpected::trailing_comma(self));
            }
            match self.value(depth) {
                Ok(item) => items.push(item),
                Err(error) => return Err(error.inside(items.len())),
            }
            self.skip_whitespace();
            if self.take(b']') {
                return Ok(items);
            }
            if !self.take(b',') {
                return Err(unexpected::instead_of_a_comma(self, ']'));
            }
            self.skip_whitespace();
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, ReadError> {
        let (text, end) = read_string(self.text, self.at)?;
        self.at = end;
        Ok(text)
    }

    fn number(&mut self) -> Result<&'a str, ReadError> {
        let rest = self.rest();
        match number_length(rest.as_bytes()).map(|length| rest.split_at_checked(length)) {
            Ok(Some((_, after))) if after.starts_with(unexpected::continues_a_number) => {
                Err(unexpected::in_a_number(self, rest.len() - after.len()))
            }
            Ok(digits) => {
                let digits = digits.map_or("", |(digits, _)| digits);
                self.at += digits.len();
                Ok(digits)
            }
            Err(offset) => Err(unexpected::in_a_number(self, offset)),
        }
    }

    /// Steps over `word` if it stands here and no letter follows.
    fn take_word(&mut self, word: &str) -> bool {
        let found = self.rest().strip_prefix(word).is_some_and(|rest| {
            !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
        });
        if found {
            self.at += word.len();
        }
        found
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.at += 1;
        }
        found
    }

    fn skip_whitespace(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn span_from(&self, start: usize) -> Span {
        span(start, self.at)
    }

    /// An error about the character at the byte `at`.
    pub(super) fn error_at(&self, at: usize, message: impl Into<String>) -> ReadError {
        let length = self
            .text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        ReadError::syntax(span(at, at + length), message)
    }
}

/// Offsets as a span; [`read`] has made sure that they fit.
pub(super) fn span(start: usize, end: usize) -> Span {
    let offset = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(offset(start), offset(end))
}
