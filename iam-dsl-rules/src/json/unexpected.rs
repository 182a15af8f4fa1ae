//! Messages for text that is almost JSON, each with the next step.

use super::parser::Parser;
use crate::ReadError;

/// What stands here, for a message.
fn found(parser: &Parser<'_>) -> String {
    let rest = parser.rest();
    let word: String = rest
        .chars()
        .take_while(|next| next.is_alphanumeric() || *next == '_')
        .take(40)
        .collect();
    match rest.chars().next() {
        None => "the end of the text".to_owned(),
        Some(_) if !word.is_empty() => format!("`{word}`"),
        Some(next) if next.is_control() || next.is_whitespace() || next == '\u{feff}' => {
            format!("the character U+{:04X}", u32::from(next))
        }
        Some(next) => format!("`{next}`"),
    }
}

fn error(parser: &Parser<'_>, expected: &str) -> ReadError {
    parser.error_at(
        parser.at,
        format!("expected {expected}, found {}", found(parser)),
    )
}

/// The advice for what people write out of habit from elsewhere.
fn habit(parser: &Parser<'_>) -> Option<&'static str> {
    let rest = parser.rest();
    let starts = |words: &[&str]| words.iter().any(|word| rest.starts_with(word));
    if starts(&["//", "/*", "#"]) {
        Some("JSON has no comments: remove it")
    } else if starts(&["'"]) {
        Some("JSON text stands in double quotes")
    } else if starts(&["“", "”", "„", "«"]) {
        Some("use straight double quotes `\"`")
    } else if starts(&["True", "TRUE"]) {
        Some("write `true`")
    } else if starts(&["False", "FALSE"]) {
        Some("write `false`")
    } else if starts(&["None", "NULL", "Null", "nil", "undefined"]) {
        Some("write `null`, or leave the member out")
    } else if starts(&["NaN", "Infinity", "inf"]) {
        Some("JSON numbers are finite: write digits, or text in quotes")
    } else if starts(&["+", "."]) {
        Some("a number starts with a digit or `-`")
    } else {
        None
    }
}

fn with_habit(error: ReadError, parser: &Parser<'_>, otherwise: &str) -> ReadError {
    match habit(parser) {
        Some(help) => error.with_help(help),
        None if otherwise.is_empty() => error,
        None => error.with_help(otherwise),
    }
}

pub(super) fn instead_of_a_value(parser: &Parser<'_>) -> ReadError {
    let help = match parser.rest().chars().next() {
        Some(next) if next.is_alphabetic() => "text stands in double quotes",
        _ => "",
    };
    with_habit(error(parser, "a value"), parser, help)
}

pub(super) fn instead_of_a_key(parser: &Parser<'_>, first: bool) -> ReadError {
    match parser.rest().chars().next() {
        Some('}') if !first => trailing_comma(parser),
        _ => with_habit(
            error(parser, "a key"),
            parser,
            "keys stand in double quotes",
        ),
    }
}

pub(super) fn instead_of_a_colon(parser: &Parser<'_>) -> ReadError {
    with_habit(
        error(parser, "`:` after the key"),
        parser,
        "a member is written `\"key\": value`",
    )
}

pub(super) fn instead_of_a_comma(parser: &Parser<'_>, end: char) -> ReadError {
    let help = match parser.rest().chars().next() {
        Some('"' | '{' | '[') => "separate values with a comma",
        Some(']' | '}') | None => "a bracket or brace is not closed",
        _ => "",
    };
    with_habit(error(parser, &format!("`,` or `{end}`")), parser, help)
}

pub(super) fn trailing_comma(parser: &Parser<'_>) -> ReadError {
    let comma = parser
        .text
        .get(..parser.at)
        .and_then(|before| before.rfind(','));
    parser
        .error_at(comma.unwrap_or(parser.at), "comma after the last value")
        .with_help("remove the comma")
}

pub(super) fn after_the_end(parser: &Parser<'_>) -> ReadError {
    let help = "the text holds one JSON value and nothing after it";
    with_habit(error(parser, "the end of the text"), parser, help)
}

/// Returns true for what may not follow a number directly.
pub(super) fn continues_a_number(next: char) -> bool {
    next.is_alphanumeric() || matches!(next, '.' | '+' | '-' | '_')
}

/// The number here is broken at its byte `offset`.
pub(super) fn in_a_number(parser: &Parser<'_>, offset: usize) -> ReadError {
    let rest = parser.rest();
    let shown: String = rest
        .chars()
        .take_while(|&next| continues_a_number(next))
        .take(40)
        .collect();
    let help = if rest.starts_with("-I") || rest.starts_with("-N") {
        "JSON numbers are finite: write digits, or text in quotes"
    } else if has_leading_zero(rest) {
        "a number has no leading zero; write text in quotes"
    } else {
        "write a number such as `12` or `0.5`, or text in quotes"
    };
    parser
        .error_at(parser.at + offset, format!("`{shown}` is no number"))
        .with_help(help)
}

/// Returns true for `01`, but not for `0.` and `0x1`, which are broken elsewhere.
fn has_leading_zero(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number).as_bytes();
    matches!(digits, [b'0', b'0'..=b'9', ..])
}
