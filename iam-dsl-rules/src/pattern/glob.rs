//! Does a text match?

/// Returns true when `pattern` matches all of `text`, case and all.
///
/// ```
/// use iam_dsl_rules::pattern::glob;
///
/// assert!(glob("a?c*", "abc"));
/// assert!(!glob("a?c", "ac"));
/// assert!(glob("?", "é"), "`?` is one character, however many bytes it takes");
/// ```
#[must_use]
pub fn glob(pattern: &str, text: &str) -> bool {
    matches(pattern, text, |left, right| left == right)
}

/// Returns true when `pattern` matches all of `text`, ASCII letters in either case.
///
/// ```
/// use iam_dsl_rules::pattern::glob_ignore_case;
///
/// assert!(glob_ignore_case("get*acl", "GetObjectAcl"));
/// ```
#[must_use]
pub fn glob_ignore_case(pattern: &str, text: &str) -> bool {
    matches(pattern, text, |left, right| {
        left.eq_ignore_ascii_case(&right)
    })
}

/// Gives the last `*` one character more whenever the rest fails: earlier ones never need to
/// change, so time is at most pattern times text.
fn matches(pattern: &str, text: &str, same: impl Fn(char, char) -> bool) -> bool {
    let (mut pattern, mut text) = (pattern.chars(), text.chars());
    let mut retry = None;
    loop {
        match pattern.next() {
            Some('*') => {
                retry = Some((pattern.clone(), text.clone()));
                continue;
            }
            Some(expected) => match text.next() {
                Some(actual) if expected == '?' || same(expected, actual) => continue,
                Some(_) => {}
                None => return false,
            },
            None if text.as_str().is_empty() => return true,
            None => {}
        }
        let Some((after_star, rest)) = &mut retry else {
            return false;
        };
        if rest.next().is_none() {
            return false;
        }
        pattern = after_star.clone();
        text = rest.clone();
    }
}
