//! The words of a line.

use std::ops::Range;

use iam_dsl_core::check::condition_key;
use iam_dsl_core::json::Span;
use iam_dsl_evaluate::ContextValue;

use super::scalar::Scalar;
use crate::read::Mistake;

/// Something an author wrote, and where.
#[derive(Clone, Debug)]
pub(super) struct Said<T> {
    pub(super) value: T,
    pub(super) span: Span,
}

/// A line, read word by word.
pub(super) struct Words<'a> {
    scalar: Scalar<'a>,
    text: &'a str,
    at: usize,
}

/// What ends a word that does not stand in quotes.
type IsEnd = fn(char) -> bool;

const AT_BLANK: IsEnd = char::is_whitespace;
const IN_PAIR: IsEnd = |character| character.is_whitespace() || character == ',';

impl<'a> Words<'a> {
    pub(super) const fn new(scalar: Scalar<'a>) -> Self {
        Self {
            text: scalar.text,
            scalar,
            at: 0,
        }
    }

    /// Takes the next word, up to a blank.
    pub(super) fn word(&mut self) -> Option<Said<&'a str>> {
        self.skip_blanks();
        let start = self.at;
        let word = self.bare(AT_BLANK);
        (!word.is_empty()).then(|| self.said(word, start))
    }

    /// Takes the next word if it is that one.
    pub(super) fn take(&mut self, wanted: &str) -> bool {
        let before = self.at;
        let is_it = self.word().is_some_and(|word| word.value == wanted);
        if !is_it {
            self.at = before;
        }
        is_it
    }

    /// Takes what must follow the word `after`: a word, or text in quotes. `no_comma` is what to do
    /// about a comma behind it.
    pub(super) fn phrase(&mut self, after: &str, no_comma: &str) -> Result<Said<String>, Mistake> {
        self.skip_blanks();
        let start = self.at;
        if let Some(text) = self.quoted()? {
            return Ok(self.said(text, start));
        }
        let word = self.bare(AT_BLANK);
        if word.is_empty() {
            let message = format!("nothing follows `{after}`");
            return Err(self
                .mistake(start..start, message)
                .with_help(following(after)));
        }
        if word.ends_with(',') {
            let comma = self.at - 1..self.at;
            return Err(self
                .mistake(comma, "a comma where none is needed")
                .with_help(no_comma.to_owned()));
        }
        Ok(self.said(word.to_owned(), start))
    }

    /// Takes a condition key.
    pub(super) fn key(&mut self, after: &str) -> Result<Said<String>, Mistake> {
        self.skip_blanks();
        let start = self.at;
        let key = match self.quoted()? {
            Some(key) => key,
            None => self
                .bare(|character| IN_PAIR(character) || character == '=')
                .to_owned(),
        };
        if key.is_empty() {
            let message = format!("no condition key follows `{after}`");
            let help = following(after);
            return Err(self.mistake(start..start, message).with_help(help));
        }
        Ok(self.said(key, start))
    }

    /// Takes the `=` and the value that must follow a condition key.
    pub(super) fn value_of(&mut self, key: &str) -> Result<Said<ContextValue>, Mistake> {
        let equals = self.at;
        if !self.take_character('=') {
            let message = format!("`{key}` has no value");
            let help = match with_equals(key) {
                Some(pair) => format!("did you mean `{pair}`?"),
                None => format!("write `{key}=VALUE`, without blanks around `=`"),
            };
            return Err(self.mistake(equals..equals, message).with_help(help));
        }
        let start = self.at;
        let value = if let Some(text) = self.quoted()? {
            ContextValue::Single(text)
        } else if self.take_character('[') {
            ContextValue::Multi(self.list(start)?)
        } else {
            let word = self.bare(IN_PAIR);
            if word.is_empty() {
                return Err(self
                    .mistake(start..start, format!("nothing follows `{key}=`"))
                    .with_help(format!("an empty value is `{key}=\"\"`")));
            }
            ContextValue::Single(word.to_owned())
        };
        self.must_end(start)?;
        Ok(self.said(value, start))
    }

    /// Takes what stands between two items: a comma, `and`, or both.
    pub(super) fn separator(&mut self) -> bool {
        self.skip_blanks();
        let comma = self.take_character(',');
        self.take("and") || comma
    }

    /// Takes the items of a list, of which the bracket is taken already, and the bracket that ends it.
    fn list(&mut self, start: usize) -> Result<Vec<String>, Mistake> {
        let mut items = Vec::new();
        loop {
            self.skip_blanks();
            if self.take_character(']') {
                return Ok(items);
            }
            let item = match self.quoted()? {
                Some(text) => text,
                None => self
                    .bare(|character| ",]".contains(character))
                    .trim_end()
                    .to_owned(),
            };
            items.push(item);
            self.skip_blanks();
            if !self.take_character(',') && !self.rest().starts_with(']') {
                let message = "the list has no `]` at its end, or no `,` between two values";
                return Err(self
                    .mistake(start..self.at, message)
                    .with_help("write a list as in `[a, b]`".to_owned()));
            }
        }
    }

    /// Takes text in quotes of either kind, where it stands next.
    fn quoted(&mut self) -> Result<Option<String>, Mistake> {
        let start = self.at;
        let Some(quote) = self
            .rest()
            .chars()
            .next()
            .filter(|first| "\"'".contains(*first))
        else {
            return Ok(None);
        };
        self.at += 1;
        let text = self.bare(if quote == '"' {
            |c| c == '"'
        } else {
            |c| c == '\''
        });
        if self.take_character(quote) {
            return Ok(Some(text.to_owned()));
        }
        let message = format!("the quote `{quote}` is never closed");
        Err(self
            .mistake(start..self.text.len(), message)
            .with_help(format!("add a `{quote}` where the quoted text ends")))
    }

    /// Checks that a value ends where its quote or bracket does.
    fn must_end(&self, start: usize) -> Result<(), Mistake> {
        match self.rest().chars().next() {
            Some(next) if !IN_PAIR(next) => {
                let message = format!("`{next}` follows the end of a value");
                Err(self
                    .mistake(start..self.at + next.len_utf8(), message)
                    .with_help("put all of the value in quotes".to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// Takes everything up to the end that is meant.
    fn bare(&mut self, is_end: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(is_end).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or("")
    }

    fn take_character(&mut self, wanted: char) -> bool {
        let is_it = self.rest().starts_with(wanted);
        if is_it {
            self.at += wanted.len_utf8();
        }
        is_it
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn said<T>(&self, value: T, start: usize) -> Said<T> {
        let span = self.scalar.place(start..self.at);
        Said { value, span }
    }

    pub(super) fn mistake(&self, range: Range<usize>, message: impl Into<String>) -> Mistake {
        Mistake::new(self.scalar.place(range), message)
    }
}

/// What to write behind a word that nothing follows.
fn following(word: &str) -> String {
    let example = match word {
        "on" => "on arn:aws:s3:::my-bucket",
        "as" => "as arn:aws:iam::123456789012:role/app",
        "owned by" => "owned by 123456789012",
        "with" => "with aws:SecureTransport=false",
        "without" => "without aws:SecureTransport",
        _ => return format!("write an action, as in `{word} s3:GetObject`"),
    };
    format!("write it, as in `{example}`, or leave `{word}` out")
}

/// The condition key and its value that a text is with `:` for `=`.
fn with_equals(text: &str) -> Option<String> {
    let (key, value) = text.rsplit_once(':')?;
    if condition_key(text).is_ok() || condition_key(key).is_err() {
        return None;
    }
    let value = if value.is_empty() { "VALUE" } else { value };
    Some(format!("{key}={value}"))
}
