//! The members of an object that is no JSON in one of them.

use std::ops::Range;

/// Returns the keys of an object, and where their values stand. Only quotes, brackets and commas are looked at, so that a
/// mistake in one value does not hide the others.
pub(super) fn members(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut members = Vec::new();
    let mut depth = 0_usize;
    let mut key = None;
    let mut start = 0;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => {
                let end = end_of_string(&mut bytes).unwrap_or(text.len());
                if depth == 1 && key.is_none() {
                    key = text.get(at + 1..end);
                }
            }
            b':' if depth == 1 && key.is_some() && start == 0 => start = at + 1,
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth > 1 => depth -= 1,
            b',' | b'}' if depth == 1 => {
                members.extend(key.take().map(|key| (key, start..at)));
                start = 0;
            }
            _ => {}
        }
    }
    members.extend(
        key.filter(|_| start > 0)
            .map(|key| (key, start..text.len())),
    );
    members
}

/// Steps over a string, and returns where its closing quote stands.
fn end_of_string(bytes: &mut impl Iterator<Item = (usize, u8)>) -> Option<usize> {
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => {
                bytes.next();
            }
            b'"' => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        let members = members(text);
        let value = |place: Range<usize>| text[place].trim();
        members
            .into_iter()
            .map(|(key, place)| (key, value(place)))
            .collect()
    }

    #[test]
    fn a_mistake_in_one_member_leaves_the_others_alone() {
        assert_eq!(
            found(r#"{"name": "a,}\"", "policy": {"x": [1,, {}], "x": 'b'}, "kind": "trust"}"#),
            [
                ("name", r#""a,}\"""#),
                ("policy", r#"{"x": [1,, {}], "x": 'b'}"#),
                ("kind", r#""trust""#)
            ]
        );
    }

    #[test]
    fn what_does_not_end_goes_on_to_the_end() {
        assert_eq!(
            found(r#"{"name": 1, "policy": {"a": ["#),
            [("name", "1"), ("policy", r#"{"a": ["#)]
        );
        assert_eq!(found(r#"{"name": 1, "policy"#), [("name", "1")]);
        assert_eq!(found("[1, 2]"), []);
    }
}
