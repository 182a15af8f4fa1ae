//! Checks of the text that trust is made of.
//!
//! It ends up in conditions, where `*` and `?` match anything and `${..}` is a policy variable.

use crate::ValueError;

/// Checks text that has to be exactly itself: letters, digits and the other characters given.
#[inline]
pub(super) fn name(what: &str, text: &str, others: &str) -> Result<(), ValueError> {
    exact(what, text)?;
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || others.contains(c);
    match text.chars().find(|c| !is_allowed(*c)) {
        None => Ok(()),
        Some(odd) => Err(
            ValueError::new(format!("`{text}` is not {what}: it has `{odd}` in it")).with_help(
                if others.is_empty() {
                    "write letters and digits".to_owned()
                } else {
                    format!("write letters, digits and characters of `{others}`")
                },
            ),
        ),
    }
}

/// Checks text that has to be exactly itself and may hold any character but wildcards and `$`.
#[inline]
pub(super) fn exact(what: &str, text: &str) -> Result<(), ValueError> {
    printable(what, text)?;
    match text.chars().find(|c| "*?$".contains(*c)) {
        None => Ok(()),
        Some('$') => Err(with_dollar(what, text)),
        Some(wildcard) => Err(ValueError::new(format!(
            "`{text}` is not {what}: `{wildcard}` would match what others choose"
        ))
        .with_help("write it in full, without `*` and `?`")),
    }
}

/// Checks a pattern of `*` and `?`, which has to say something before it lets anything through.
#[inline]
pub(super) fn pattern(what: &str, text: &str) -> Result<(), ValueError> {
    printable(what, text)?;
    if text.contains('$') {
        return Err(with_dollar(what, text));
    }
    if text.starts_with(['*', '?']) {
        return Err(
            ValueError::new(format!("`{text}` matches whatever others choose"))
                .with_help("start the pattern with text, such as `release/*`"),
        );
    }
    Ok(())
}

#[inline]
fn with_dollar(what: &str, text: &str) -> ValueError {
    ValueError::new(format!(
        "`{text}` is not {what}: IAM reads `$` as the start of a policy variable"
    ))
    .with_help("write it without `$`, or give a condition of your own to `.when(..)`")
}

#[inline]
fn printable(what: &str, text: &str) -> Result<(), ValueError> {
    if text.is_empty() {
        return Err(ValueError::new(format!("`` is not {what}: it is empty"))
            .with_help("say which one is meant"));
    }
    if text.trim() != text || text.contains(char::is_control) {
        return Err(ValueError::new(format!(
            "`{}` is not {what}: it has blanks around it or control characters in it",
            text.escape_debug()
        ))
        .with_help("write it as the provider shows it"));
    }
    Ok(())
}

/// Checks a branch or a tag, or a pattern of one, and returns the whole ref.
#[inline]
pub(super) fn git_ref(kind: &str, text: &str, is_pattern: bool) -> Result<String, ValueError> {
    let what = if kind == "heads" { "a branch" } else { "a tag" };
    if is_pattern {
        pattern(what, text)?;
    } else {
        exact(what, text)?;
    }
    if let Some(short) = text.strip_prefix(&format!("refs/{kind}/")) {
        return Err(ValueError::new(format!("`{text}` is not {what} but a ref"))
            .with_help(format!("write `{short}`")));
    }
    match refused_by_git(text) {
        None => Ok(format!("refs/{kind}/{text}")),
        Some(why) => Err(ValueError::new(format!(
            "`{text}` is not {what}: {why}, which Git refuses"
        ))
        .with_help(
            "write it as `git branch` or `git tag` lists it, such as `main` or `release/v1.2`",
        )),
    }
}

/// What keeps Git from having such a branch or tag: see
/// [git check-ref-format](https://git-scm.com/docs/git-check-ref-format).
#[inline]
fn refused_by_git(name: &str) -> Option<String> {
    let within = [" ", "~", "^", ":", "[", "\\", "..", "@{", "//"];
    if let Some(odd) = within.into_iter().find(|odd| name.contains(odd)) {
        return Some(format!("it has `{odd}` in it"));
    }
    if let Some(start) = ["-", "/"].into_iter().find(|it| name.starts_with(it)) {
        return Some(format!("it begins with `{start}`"));
    }
    if let Some(end) = ["/", "."].into_iter().find(|it| name.ends_with(it)) {
        return Some(format!("it ends with `{end}`"));
    }
    for part in name.split('/') {
        if part.starts_with('.') {
            return Some(format!("its part `{part}` begins with `.`"));
        }
        if part.strip_suffix(".lock").is_some() {
            return Some(format!("its part `{part}` ends with `.lock`"));
        }
    }
    None
}

/// Checks the id that a provider gave something.
#[inline]
pub(super) fn uuid(what: &str, text: &str) -> Result<(), ValueError> {
    let shape = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase(),
    };
    if text.len() == 36 && text.bytes().enumerate().all(shape) {
        return Ok(());
    }
    Err(ValueError::new(format!("`{text}` is not {what}"))
        .with_help("it is a UUID in lower case, such as `3f2504e0-4f89-41d3-9a0c-0305e82c3301`"))
}
