use std::borrow::Cow;

/// Every strict or reserved keyword of Rust 2024 that could be a name.
const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Returns `name` as it is written in Rust paths: `execute-api` is `execute_api`.
///
/// `-` and `.` become `_`, and a keyword gets a trailing `_`. No two services, and no two actions
/// of a service, share an identifier.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::identifier;
///
/// assert_eq!(identifier("s3"), "s3");
/// assert_eq!(identifier("execute-api"), "execute_api");
/// assert_eq!(identifier("match"), "match_");
/// ```
#[must_use]
pub fn identifier(name: &str) -> Cow<'_, str> {
    if KEYWORDS.contains(&name) {
        return Cow::Owned(format!("{name}_"));
    }
    if name.contains(['-', '.']) {
        return Cow::Owned(name.replace(['-', '.'], "_"));
    }
    Cow::Borrowed(name)
}

/// Tells whether `written` is the identifier of `name`, ignoring ASCII case.
pub(crate) fn is_written(name: &str, written: &str) -> bool {
    if name.len() == written.len() {
        return name.bytes().zip(written.bytes()).all(|(n, w)| {
            let n = if matches!(n, b'-' | b'.') { b'_' } else { n };
            n.eq_ignore_ascii_case(&w)
        });
    }
    written.strip_suffix('_').is_some_and(|bare| {
        bare.eq_ignore_ascii_case(name) && matches!(identifier(name), Cow::Owned(_))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_identifier_finds_its_name() {
        assert!(is_written("execute-api", "execute_api"));
        assert!(is_written("match", "match_"));
        assert!(!is_written("s3", "s3_"));
    }
}
