/// Tells whether `text` fits `pattern`, ignoring ASCII case; `*` is any text, `?` any byte.
pub(crate) fn matches(pattern: &[u8], text: &[u8]) -> bool {
    let (mut pattern, mut text) = (pattern, text);
    // Where to go on when what follows the last `*` does not fit.
    let mut retry: Option<(&[u8], &[u8])> = None;
    loop {
        match (pattern, text) {
            ([], []) | ([b'*'], _) => return true,
            ([b'*', rest @ ..], _) => {
                retry = Some((rest, text));
                pattern = rest;
                continue;
            }
            ([p, more @ ..], [t, left @ ..]) if *p == b'?' || p.eq_ignore_ascii_case(t) => {
                (pattern, text) = (more, left);
                continue;
            }
            _ => {}
        }
        let Some((after_star, [_, left @ ..])) = retry else {
            return false;
        };
        retry = Some((after_star, left));
        (pattern, text) = (after_star, left);
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_and_question_marks() {
        assert!(matches(b"Get*", b"getobject"));
        assert!(matches(b"*Object*Acl", b"PutObjectVersionAcl"));
        assert!(matches(b"Get?bject", b"GetObject"));
        assert!(matches(b"*", b""));
        assert!(!matches(b"?", b""));
        assert!(!matches(b"Get*x", b"GetObject"));
    }
}
