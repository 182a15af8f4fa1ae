//! Patterns of ARNs, made ready.

use crate::Context;
use crate::text::{Piece, Text};

/// `arn`, partition, service, region, account, resource.
const SEGMENTS: usize = 6;

/// A pattern of ARNs. Partition, service, region, account and resource are compared each by
/// itself, case and all.
///
/// AWS: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
#[derive(Clone, Debug)]
pub(crate) enum ArnPattern {
    /// No wildcard before the fifth colon: the text is compared as a whole, which is faster.
    Whole(Text),
    /// At most six segments.
    Segments(Vec<Text>),
    /// A variable before the fifth colon: what it brings in may hold colons.
    Unsplit(Text),
}

impl ArnPattern {
    pub(crate) fn new(text: Text) -> Self {
        if let Some(Piece::Literal(start)) = text.pieces().first()
            && segments(start) == SEGMENTS
        {
            return Self::Whole(text);
        }
        match split(&text) {
            Some(segments) => Self::Segments(segments),
            None => Self::Unsplit(text),
        }
    }

    /// Returns true when the pattern, as one of a resource, matches. One of fewer segments that
    /// ends in `*` covers those that follow; one with a variable before the fifth colon matches
    /// nothing, since AWS fills in variables in the last segment only.
    pub(crate) fn covers(&self, resource: &str, context: &Context) -> bool {
        match self {
            Self::Whole(text) => text.matches(resource, context),
            Self::Segments(segments) => segments_match(segments, resource, context),
            Self::Unsplit(_) => false,
        }
    }

    /// Returns true when the pattern has six segments, the value is an ARN, and they match.
    pub(crate) fn matches_arn(&self, value: &str, context: &Context) -> bool {
        if !value.starts_with("arn:") || segments(value) != SEGMENTS {
            return false;
        }
        match self {
            Self::Segments(segments) if segments.len() < SEGMENTS => false,
            Self::Whole(_) | Self::Segments(_) => self.covers(value, context),
            Self::Unsplit(text) => text
                .filled(context)
                .is_some_and(|text| Self::new(text).matches_arn(value, context)),
        }
    }
}

fn segments_match(segments: &[Text], value: &str, context: &Context) -> bool {
    let Some((last, before)) = segments.split_last() else {
        return false;
    };
    let mut rest = value;
    for segment in before {
        let Some((first, after)) = split_segment(rest) else {
            return false;
        };
        if !segment.matches(first, context) {
            return false;
        }
        rest = after;
    }
    let is_closed = !matches!(last.pieces().last(), Some(Piece::Any));
    if segments.len() < SEGMENTS && is_closed && split_segment(rest).is_some() {
        return false;
    }
    last.matches(rest, context)
}

/// The segments of a pattern, unless a variable is in one before the last.
fn split(text: &Text) -> Option<Vec<Text>> {
    let mut segments = Vec::with_capacity(SEGMENTS);
    let mut segment = Text::default();
    for piece in text.pieces() {
        match piece {
            Piece::Literal(literal) => {
                let mut rest = literal.as_str();
                while segments.len() + 1 < SEGMENTS
                    && let Some((end, after)) = split_segment(rest)
                {
                    segment.push_literal(end);
                    segments.push(std::mem::take(&mut segment));
                    rest = after;
                }
                segment.push_literal(rest);
            }
            Piece::Variable(_) if segments.len() + 1 < SEGMENTS => return None,
            _ => segment.push(piece.clone()),
        }
    }
    segments.push(segment);
    Some(segments)
}

/// How many segments a text has, up to six.
fn segments(text: &str) -> usize {
    let (mut count, mut rest) = (1, text);
    while count < SEGMENTS
        && let Some((_, after)) = split_segment(rest)
    {
        (count, rest) = (count + 1, after);
    }
    count
}

/// The text before the first colon, and after it. The colons of a placeholder such as
/// `${AWS::Region}`, which ARNs from handles hold, are not counted.
fn split_segment(text: &str) -> Option<(&str, &str)> {
    let mut start = 0;
    loop {
        let at = start + text.get(start..)?.find([':', '$'])?;
        let rest = text.get(at..)?;
        if let Some(after) = rest.strip_prefix(':') {
            return Some((text.get(..at)?, after));
        }
        let end = if rest.starts_with("${") {
            rest.find('}')
        } else {
            None
        };
        start = at + end.unwrap_or(0) + 1;
    }
}
