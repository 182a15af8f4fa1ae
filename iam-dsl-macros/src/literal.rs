//! String literals.

use proc_macro2::Literal;

/// Returns what a string literal says, or nothing for other literals.
pub(crate) fn string(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    // Nearly all names are plain, and this is the path a thousand actions take.
    let plain = text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| !inner.contains('\\'));
    if let Some(inner) = plain {
        return Some(inner.to_owned());
    }
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(string) => Some(string.value()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Option<String> {
        string(&source.parse().unwrap())
    }

    #[test]
    fn strings_are_unescaped() {
        assert_eq!(read(r#""s3:Get*""#).as_deref(), Some("s3:Get*"));
        assert_eq!(read(r#""a\"\u{62}""#).as_deref(), Some("a\"b"));
        assert_eq!(read("r#\"a\\b\"#").as_deref(), Some("a\\b"));
    }

    #[test]
    fn other_literals_are_no_strings() {
        for source in ["1", "b\"x\"", "'c'", "c\"x\""] {
            assert_eq!(read(source), None, "{source}");
        }
    }
}
