//! YAML as the tree that JSON is read into, every scalar as text.
//!
//! In tests of policies nothing is a number or a truth value: an account id must keep its leading
//! zero, and condition keys have texts for values.

use std::borrow::Cow;

use iam_dsl_core::ReadError;
use iam_dsl_core::json::{MAX_DEPTH, Member, Node, Span, Value, reject_duplicates};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, StrInput};

use crate::read::Mistake;

/// Reads a YAML document that is all of `text`, if there is one.
pub(super) fn parse(text: &str) -> Result<Option<Node<'_>>, Mistake> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        starts: text.char_indices().map(|(start, _)| start).collect(),
        end: text.len(),
    };
    let mut root = None;
    loop {
        let (event, place) = reader.next()?;
        match event {
            Event::StreamEnd => break,
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            _ if root.is_some() => {
                return Err(Mistake::new(place, "a second document in the file")
                    .with_help("make it another file, or an entry of `groups`".to_owned()));
            }
            event => root = Some(reader.node(event, place, MAX_DEPTH)?),
        }
    }
    Ok(root)
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    /// The byte at which each character starts, since the parser counts characters.
    starts: Vec<usize>,
    end: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Mistake> {
        match self.parser.next_event() {
            Some(Ok((event, place))) => Ok((event, self.span(place.start, place.end))),
            Some(Err(error)) => Err(self.not_yaml(&error)),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, place: Span, depth: usize) -> Result<Node<'a>, Mistake> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(
                Mistake::new(place, "lists and mappings are nested too deep")
                    .with_help("a test is a sentence, or a mapping of its parts".to_owned()),
            );
        };
        match event {
            Event::Scalar(text, style, 0, None) => {
                let value = if style == ScalarStyle::Plain && is_null(&text) {
                    Value::Null
                } else {
                    Value::String(text)
                };
                Ok(Node { span: place, value })
            }
            Event::SequenceStart(0, None) => self.list(place, depth),
            Event::MappingStart(0, None) => self.mapping(place, depth),
            _ => Err(
                Mistake::new(place, "anchors, aliases and tags have no meaning here").with_help(
                    "what several tests share stands above them, or in their group".to_owned(),
                ),
            ),
        }
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node<'a>, Mistake> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => {
                    let span = Span::new(start.start, end.end.max(start.end));
                    let value = Value::Array(items);
                    return Ok(Node { span, value });
                }
                (event, place) => items.push(self.node(event, place, depth)?),
            }
        }
    }

    fn mapping(&mut self, start: Span, depth: usize) -> Result<Node<'a>, Mistake> {
        let mut members: Vec<Member<'a>> = Vec::new();
        loop {
            let (key, key_span) = match self.next()? {
                (Event::MappingEnd, end) => {
                    let span = Span::new(start.start, end.end.max(start.end));
                    reject_duplicates(&members).map_err(|error| duplicate(&error))?;
                    let value = Value::Object(members);
                    return Ok(Node { span, value });
                }
                (event, place) => (key(self.node(event, place, depth)?)?, place),
            };
            let (event, place) = self.next()?;
            let value = self.node(event, place, depth)?;
            members.push(Member {
                key,
                key_span,
                value,
            });
        }
    }

    fn span(&self, start: Marker, end: Marker) -> Span {
        Span::new(self.byte(start.index()), self.byte(end.index()))
    }

    fn byte(&self, index: usize) -> u32 {
        let byte = self.starts.get(index).copied().unwrap_or(self.end);
        u32::try_from(byte).unwrap_or(u32::MAX)
    }

    fn not_yaml(&self, error: &ScanError) -> Mistake {
        let start = error.marker().index();
        let place = Span::new(self.byte(start), self.byte(start + 1));
        let help = if error.info().contains("tab") {
            "YAML is indented with blanks, never with tabs"
        } else {
            "where a line has a colon, a bracket or a quote of its own, put all of it in quotes: '…'"
        };
        Mistake::new(place, format!("not YAML: {}", error.info())).with_help(help.to_owned())
    }
}

/// Tells whether a word without quotes stands for nothing, as in `key:` and `key: null`.
fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn key(node: Node<'_>) -> Result<Cow<'_, str>, Mistake> {
    match node.value {
        Value::String(text) => Ok(text),
        other => {
            let message = format!("a key is {}, not a word", describe(&other));
            Err(Mistake::new(node.span, message).with_help(
                "write `KEY: VALUE`; where the line is a test, start it with `- `".to_owned(),
            ))
        }
    }
}

/// What a value is, in the words of YAML.
pub(super) const fn describe(value: &Value<'_>) -> &'static str {
    match value {
        Value::Object(_) => "a mapping",
        Value::Null => "empty",
        Value::String(_) => "a text",
        other => other.describe(),
    }
}

fn duplicate(error: &ReadError) -> Mistake {
    Mistake::new(error.span().unwrap_or_default(), error.message())
        .with_help("write the key once; `groups` hold what differs between tests".to_owned())
}
