//! Items of a list that say nothing which another item does not say.

use iam_dsl_core::json::Node;
use iam_dsl_core::pattern;

/// Returns the items that others cover. Of items that cover each other the first stays.
pub(super) fn covered(items: &[Node<'_>], covers: fn(&str, &str) -> bool) -> Vec<usize> {
    let texts: Vec<Option<&str>> = items.iter().map(Node::as_str).collect();
    let is_covered = |narrow: usize, text: &str| {
        texts.iter().enumerate().any(|(wide, other)| {
            other.is_some_and(|other| {
                wide != narrow && covers(other, text) && (!covers(text, other) || wide < narrow)
            })
        })
    };
    texts
        .iter()
        .enumerate()
        .filter_map(|(index, text)| is_covered(index, (*text)?).then_some(index))
        .collect()
}

/// Returns true when an action pattern names all that another one does.
pub(super) fn action(wide: &str, narrow: &str) -> bool {
    pattern::subsumes_ignore_case(wide, narrow)
}

/// Returns true when a resource pattern matches all that another one does, whatever its variables stand for.
pub(super) fn resource(wide: &str, narrow: &str) -> bool {
    if wide == narrow || wide == "*" {
        return true;
    }
    if wide.contains("${") {
        return false;
    }
    let Some((before, _)) = narrow.split_once("${") else {
        return pattern::arn_subsumes(wide, narrow);
    };
    // A variable may stand for anything, also for nothing: only a `*` that begins before it takes it in.
    let start = wide.strip_suffix('*');
    start.is_some_and(|start| {
        !start.contains(['*', '?']) && start.matches(':').count() >= 5 && before.starts_with(start)
    })
}

/// As [`resource`], in `NotResource`: a statement with a variable there holds of no request that lacks the variable.
pub(super) fn excluded_resource(wide: &str, narrow: &str) -> bool {
    wide == narrow || !narrow.contains("${") && resource(wide, narrow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variable_is_covered_by_what_is_open() {
        let home = "arn:aws:s3:::home/${aws:username}/*";
        assert!(resource("arn:aws:s3:::home/*", home));
        assert!(resource("*", home) && resource(home, home));
        for narrow in [
            "arn:aws:s3:::home/?*",
            "arn:aws:s3:::home/$*",
            "arn:aws:s3:::*/*",
            "arn:aws:s3:*",
        ] {
            assert!(!resource(narrow, home), "{narrow}");
        }
        assert!(!resource("arn:aws:s3:::${*}", "arn:aws:s3:::${a}"));
        assert!(
            !resource("arn:aws:*", "arn:aws:s3:::a")
                || pattern::arn_matches("arn:aws:*", "arn:aws:s3:::a")
        );
    }
}
