//! Texts of others on a terminal.

use std::borrow::Cow;

/// Returns a text with its control characters escaped, and those that turn the direction of text: what a file says must
/// neither steer a terminal nor look like something else.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// <https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters>
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_and_not_sent() {
        assert_eq!(printable("é\u{1b}[31m\n"), r"é\u{1b}[31m\n");
        assert_eq!(printable("a\u{202e}nosj."), r"a\u{202e}nosj.");
    }
}
