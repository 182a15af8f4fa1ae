//! JSON strings: escapes, surrogate pairs, what must not stand in one.

use std::borrow::Cow;

use super::parser::span;
use crate::ReadError;

/// Reads the string whose opening quote is at the byte `start`; also returns where it ends.
pub(super) fn read_string(text: &str, start: usize) -> Result<(Cow<'_, str>, usize), ReadError> {
    let first = start + 1;
    let mut plain_from = first;
    let mut at = first;
    let mut unescaped: Option<String> = None;
    loop {
        at += plain_length(text.as_bytes().get(at..).unwrap_or(&[]));
        let plain = text.get(plain_from..at).unwrap_or("");
        match text.as_bytes().get(at) {
            Some(b'"') => {
                let whole = match unescaped {
                    None => Cow::Borrowed(plain),
                    Some(before) => Cow::Owned(before + plain),
                };
                return Ok((whole, at + 1));
            }
            Some(b'\\') if at + 1 == text.len() => return Err(unclosed(start)),
            Some(b'\\') => {
                let unescaped = unescaped.get_or_insert_with(String::new);
                unescaped.push_str(plain);
                let (character, length) = read_escape(text, at)?;
                unescaped.push(character);
                at += length;
                plain_from = at;
            }
            Some(&control) => return Err(control_character(at, control)),
            None => return Err(unclosed(start)),
        }
    }
}

fn unclosed(start: usize) -> ReadError {
    ReadError::syntax(span(start, start + 1), "string without its closing quote")
        .with_help("add `\"` where the text ends")
}

/// How many bytes stand before the next quote, backslash or control character.
fn plain_length(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .position(|&byte| byte == b'"' || byte == b'\\' || byte < 0x20)
        .unwrap_or(bytes.len())
}

fn control_character(at: usize, control: u8) -> ReadError {
    let (name, escape) = match control {
        b'\n' => ("line break", "\\n".to_owned()),
        b'\r' => ("carriage return", "\\r".to_owned()),
        b'\t' => ("tab", "\\t".to_owned()),
        _ => ("control character", format!("\\u{control:04x}")),
    };
    ReadError::syntax(span(at, at + 1), format!("{name} inside a string"))
        .with_help(format!("close the string first, or write `{escape}`"))
}

/// The character that the escape at the byte `at` stands for, and the escape's length.
fn read_escape(text: &str, at: usize) -> Result<(char, usize), ReadError> {
    let escape = text.get(at..).unwrap_or("");
    let simple = match escape.as_bytes().get(1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return read_unicode_escape(escape, at),
        _ => {
            let shown: String = escape
                .chars()
                .take(2)
                .filter(|next| !next.is_control())
                .collect();
            let error = ReadError::syntax(span(at, at + 1), format!("unknown escape `{shown}`"));
            return Err(error.with_help("a backslash itself is written `\\\\`"));
        }
    };
    Ok((simple, 2))
}

/// `\uXXXX`, two of them for a character outside the basic plane.
fn read_unicode_escape(escape: &str, at: usize) -> Result<(char, usize), ReadError> {
    let error = |message: &str| ReadError::syntax(span(at, at + 1), message);
    let Some(unit) = code_unit(escape) else {
        return Err(error("`\\u` needs four hexadecimal digits"));
    };
    if let Some(character) = char::from_u32(unit) {
        return Ok((character, 6));
    }
    let low = escape.get(6..).and_then(code_unit);
    match low {
        Some(low @ 0xDC00..=0xDFFF) if unit < 0xDC00 => {
            let code = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            char::from_u32(code)
                .map(|character| (character, 12))
                .ok_or_else(|| error("`\\u` escapes that are no character"))
        }
        _ => Err(error("half of a surrogate pair stands alone")
            .with_help("write the character itself, or both halves of its `\\u` escape")),
    }
}

/// The value of the `\uXXXX` that `escape` starts with.
fn code_unit(escape: &str) -> Option<u32> {
    let digits = escape.strip_prefix("\\u")?.get(..4)?;
    if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        u32::from_str_radix(digits, 16).ok()
    } else {
        None
    }
}
