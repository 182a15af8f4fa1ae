//! YAML as trees of JSON, with the short forms of CloudFormation's functions.

use std::borrow::Cow;
use std::collections::HashMap;

use iam_dsl_core::json::{MAX_DEPTH, Member, Node, Span, Value};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, StrInput, Tag};

use super::placed::span;

/// How many values all aliases of a file may stand for: a few lines can name millions.
const MOST_ALIASED: usize = 100_000;

/// Why a text is no YAML, and where.
pub(super) struct NotYaml {
    pub(super) place: Span,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// Reads all YAML documents of a text.
pub(super) fn parse(text: &str) -> Result<Vec<Node<'_>>, NotYaml> {
    let mut reader = Reader {
        parser: Parser::new_from_str(text),
        text,
        starts: text.char_indices().map(|(start, _)| start).collect(),
        anchors: HashMap::new(),
        aliased: 0,
    };
    let mut documents = Vec::new();
    loop {
        let (event, place) = reader.next()?;
        match event {
            Event::StreamEnd => return Ok(documents),
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            event => documents.push(reader.node(event, place, MAX_DEPTH)?),
        }
    }
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    /// The byte at which each character starts, since the parser counts characters.
    starts: Vec<usize>,
    anchors: HashMap<usize, Node<'a>>,
    aliased: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), NotYaml> {
        match self.parser.next_event() {
            Some(Ok((event, place))) => Ok((event, self.span(place.start, place.end))),
            Some(Err(error)) => Err(self.not_yaml(&error)),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, place: Span, depth: usize) -> Result<Node<'a>, NotYaml> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err(too_deep(place));
        };
        let (node, anchor, tag) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(text, style, tag.is_some());
                let span = self.written(place, style);
                (Node { span, value }, anchor, tag)
            }
            Event::SequenceStart(anchor, tag) => (self.list(place, depth)?, anchor, tag),
            Event::MappingStart(anchor, tag) => (self.mapping(place, depth)?, anchor, tag),
            Event::Alias(anchor) => return self.alias(anchor, place, depth),
            _ => (
                Node {
                    span: place,
                    value: Value::Null,
                },
                0,
                None,
            ),
        };
        let node = match tag.as_deref().and_then(function) {
            Some(function) => called(function, place.start, node),
            None => node,
        };
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn list(&mut self, start: Span, depth: usize) -> Result<Node<'a>, NotYaml> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => {
                    let value = Value::Array(items);
                    return Ok(Node {
                        span: self.around(start, end),
                        value,
                    });
                }
                (Event::StreamEnd, place) => return Err(cut(place)),
                (event, place) => items.push(self.node(event, place, depth)?),
            }
        }
    }

    fn mapping(&mut self, start: Span, depth: usize) -> Result<Node<'a>, NotYaml> {
        let mut members: Vec<Member<'a>> = Vec::new();
        let mut merged = Vec::new();
        loop {
            let (key, key_span) = match self.next()? {
                (Event::MappingEnd, end) => {
                    for member in merged {
                        add_missing(&mut members, member);
                    }
                    let value = Value::Object(members);
                    return Ok(Node {
                        span: self.around(start, end),
                        value,
                    });
                }
                (Event::StreamEnd, place) => return Err(cut(place)),
                (event, place) => (self.node(event, place, depth)?, place),
            };
            let (event, place) = self.next()?;
            let value = self.node(event, place, depth)?;
            match (key.value, value.value) {
                (Value::String(key), Value::Object(others)) if key == "<<" => merged.extend(others),
                (Value::String(key), Value::Array(all)) if key == "<<" => {
                    merged.extend(all.into_iter().flat_map(members_of));
                }
                (key, inner) => members.push(Member {
                    key: key_text(key),
                    key_span,
                    value: Node {
                        span: value.span,
                        value: inner,
                    },
                }),
            }
        }
    }

    fn alias(&mut self, anchor: usize, place: Span, depth: usize) -> Result<Node<'a>, NotYaml> {
        let Some(node) = self.anchors.get(&anchor) else {
            let message = "an alias of something that has no anchor".to_owned();
            let help = "write `&` and the name before what the alias stands for";
            return Err(NotYaml {
                place,
                message,
                help,
            });
        };
        self.aliased += size(node);
        if self.aliased > MOST_ALIASED || height(node) > depth {
            return Err(too_deep(place));
        }
        Ok(node.clone())
    }

    /// Where a scalar itself is written: behind its tag and anchor, and the head of a block.
    fn written(&self, place: Span, style: ScalarStyle) -> Span {
        let (mut start, end) = (place.start as usize, self.trimmed(place.end) as usize);
        let rest = |start| self.text.get(start..end).unwrap_or("");
        while rest(start).starts_with(['!', '&']) {
            let text = rest(start);
            let after = text.trim_start_matches(|character: char| !character.is_whitespace());
            start = end - after.trim_start().len();
        }
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded)
            && rest(start).starts_with(['|', '>'])
        {
            let head = rest(start).find('\n');
            start += head.map_or(0, |head| head + 1);
        }
        span(start, end.max(start))
    }

    /// The end of a block, which the parser has where the next thing starts.
    fn trimmed(&self, end: u32) -> u32 {
        let before = self.text.get(..end as usize).unwrap_or("");
        span(0, before.trim_end().len()).end
    }

    fn around(&self, start: Span, end: Span) -> Span {
        Span::new(start.start, self.trimmed(end.end).max(start.end))
    }

    fn span(&self, start: Marker, end: Marker) -> Span {
        span(self.byte(start.index()), self.byte(end.index()))
    }

    fn byte(&self, index: usize) -> usize {
        self.starts.get(index).copied().unwrap_or(self.text.len())
    }

    fn not_yaml(&self, error: &ScanError) -> NotYaml {
        let start = error.marker().index();
        NotYaml {
            place: span(self.byte(start), self.byte(start + 1)),
            message: format!("not YAML: {}", error.info()),
            help: if error.info().contains("indentation") {
                "indent what is in brackets or quotes further than the key before it, on each line"
            } else if error.info().contains("tab") {
                "indent with blanks, never with tabs"
            } else {
                "put text with colons, brackets or quotes of its own in quotes: '…'"
            },
        }
    }
}

/// The function whose short form a tag is: `!Sub` is `Fn::Sub`.
fn function(tag: &Tag) -> Option<Cow<'static, str>> {
    match (&*tag.handle, &*tag.suffix) {
        ("!", name @ ("Ref" | "Condition")) => Some(Cow::Owned(name.to_owned())),
        ("!", name) if !name.is_empty() => Some(Cow::Owned(format!("Fn::{name}"))),
        _ => None,
    }
}

/// A word without quotes may be a boolean or nothing. Numbers stay texts: an account ID must keep
/// its leading zero, and policies have texts for numbers.
fn scalar(text: Cow<'_, str>, style: ScalarStyle, is_tagged: bool) -> Value<'_> {
    if style != ScalarStyle::Plain || is_tagged {
        return Value::String(text);
    }
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => Value::String(text),
    }
}

fn key_text(key: Value<'_>) -> Cow<'_, str> {
    match key {
        Value::String(text) => text,
        Value::Bool(true) => Cow::Borrowed("true"),
        Value::Bool(false) => Cow::Borrowed("false"),
        _ => Cow::Borrowed(""),
    }
}

fn members_of(node: Node<'_>) -> Vec<Member<'_>> {
    match node.value {
        Value::Object(members) => members,
        _ => Vec::new(),
    }
}

/// Adds what a mapping takes over from another one, unless it has it itself.
fn add_missing<'a>(members: &mut Vec<Member<'a>>, member: Member<'a>) {
    if !members.iter().any(|own| own.key == member.key) {
        members.push(member);
    }
}

/// The call of a function that a tag is.
fn called<'a>(function: Cow<'static, str>, start: u32, argument: Node<'a>) -> Node<'a> {
    let end = argument.span.end;
    let call = Member {
        key: function,
        key_span: Span::new(start, start),
        value: argument,
    };
    Node {
        span: Span::new(start, end),
        value: Value::Object(vec![call]),
    }
}

fn size(node: &Node<'_>) -> usize {
    1 + match &node.value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.iter().map(|member| size(&member.value)).sum(),
        _ => 0,
    }
}

fn height(node: &Node<'_>) -> usize {
    1 + match &node.value {
        Value::Array(items) => items.iter().map(height).max().unwrap_or(0),
        Value::Object(members) => {
            let heights = members.iter().map(|member| height(&member.value));
            heights.max().unwrap_or(0)
        }
        _ => 0,
    }
}

fn too_deep(place: Span) -> NotYaml {
    NotYaml {
        place,
        message: "lists and mappings are nested too deep".to_owned(),
        help: "write a part of it to another file",
    }
}

fn cut(place: Span) -> NotYaml {
    NotYaml {
        place,
        message: "the file ends within a list or a mapping".to_owned(),
        help: "write the rest of it",
    }
}
