//! Names with holes: `aws:RequestTag/${TagKey}`.

/// Cuts a pattern that starts with a hole into what follows the hole.
fn after_hole(pattern: &[u8]) -> Option<&[u8]> {
    let rest = pattern.strip_prefix(b"${")?;
    let end = rest.iter().position(|byte| *byte == b'}')?;
    rest.get(end + 1..)
}

/// Tells whether `text` fits, ignoring ASCII case; each hole takes at least one byte.
pub(crate) fn matches(pattern: &[u8], text: &[u8]) -> bool {
    if let Some(rest) = after_hole(pattern) {
        return (1..=text.len()).any(|taken| matches(rest, text.get(taken..).unwrap_or_default()));
    }
    match (pattern, text) {
        ([], []) => true,
        ([p, pattern @ ..], [t, text @ ..]) if p.eq_ignore_ascii_case(t) => matches(pattern, text),
        _ => false,
    }
}

/// How many bytes of a pattern are not in holes.
pub(crate) fn literal_len(pattern: &str) -> usize {
    let mut rest = pattern.as_bytes();
    let mut count = 0;
    while let [_, next @ ..] = rest {
        if let Some(after) = after_hole(rest) {
            rest = after;
        } else {
            count += 1;
            rest = next;
        }
    }
    count
}

/// Writes `text` with the spelling of the pattern where it is fixed.
pub(crate) fn fill(pattern: &str, text: &str) -> Option<String> {
    if pattern.eq_ignore_ascii_case(text) {
        return Some(pattern.to_owned());
    }
    let mut filled = String::with_capacity(text.len());
    fill_from(pattern, text, &mut filled).then_some(filled)
}

fn fill_from(pattern: &str, text: &str, filled: &mut String) -> bool {
    let start = filled.len();
    let Some(hole) = pattern.find("${") else {
        filled.push_str(pattern);
        return pattern.eq_ignore_ascii_case(text);
    };
    let (Some((fixed, holed)), Some((head, tail))) =
        (pattern.split_at_checked(hole), text.split_at_checked(hole))
    else {
        return false;
    };
    let Some((_, after)) = holed.split_once('}') else {
        return false;
    };
    if !fixed.eq_ignore_ascii_case(head) {
        return false;
    }
    if !after.contains("${") {
        // The last hole takes all that the pattern's end leaves of the text.
        let end = tail.len().checked_sub(after.len()).filter(|end| *end > 0);
        let Some((own, rest)) = end.and_then(|end| tail.split_at_checked(end)) else {
            return false;
        };
        filled.extend([fixed, own, after]);
        return after.eq_ignore_ascii_case(rest);
    }
    for (at, taken) in tail.char_indices() {
        let (own, rest) = tail.split_at(at + taken.len_utf8());
        filled.push_str(fixed);
        filled.push_str(own);
        if fill_from(after, rest, filled) {
            return true;
        }
        filled.truncate(start);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_takes_any_tail_but_not_nothing() {
        let pattern = "kms:EncryptionContext:${Key}";
        assert!(matches(
            pattern.as_bytes(),
            b"kms:encryptioncontext:aws:s3:arn"
        ));
        assert!(!matches(pattern.as_bytes(), b"kms:EncryptionContext:"));
        assert!(!matches(pattern.as_bytes(), b"kms:EncryptionContextKeys"));
    }

    #[test]
    fn text_after_a_hole_must_follow() {
        let pattern = "codebuild:environmentVariables/${name}.value";
        assert!(matches(
            pattern.as_bytes(),
            b"codebuild:environmentVariables/a.value.value"
        ));
        assert!(!matches(
            pattern.as_bytes(),
            b"codebuild:environmentVariables/.value"
        ));
        assert_eq!(
            fill(pattern, "CODEBUILD:environmentvariables/Az.VALUE").as_deref(),
            Some("codebuild:environmentVariables/Az.value")
        );
        assert_eq!(fill(pattern, "codebuild:environmentVariables/.value"), None);
        assert_eq!(
            fill(pattern, "codebuild:environmentVariables/aévalue"),
            None
        );
    }

    /// Trying each length of the hole takes quadratic time.
    #[test]
    fn a_hole_takes_a_long_text_at_once() {
        let tail = "é".repeat(1_000_000);
        let filled = fill(
            "aws:RequestTag/${TagKey}",
            &format!("AWS:requesttag/{tail}"),
        );
        assert_eq!(filled, Some(format!("aws:RequestTag/{tail}")));
    }

    #[test]
    fn several_holes_are_filled_in_turn() {
        assert_eq!(
            fill("A:${b}-C-${d}", "a:x-c-y-c-z").as_deref(),
            Some("A:x-C-y-c-z")
        );
        assert_eq!(fill("A:${b}-C-${d}", "a:-c-y"), None);
    }

    #[test]
    fn only_fixed_parts_count() {
        assert_eq!(literal_len("a:${b}.c"), 4);
    }
}
