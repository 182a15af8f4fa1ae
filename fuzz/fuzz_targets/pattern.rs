//! The algebra of patterns: two patterns and a text, a line each.

#![no_main]

use iam_dsl_core::{ActionPattern, pattern};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    // Longer patterns only make the polynomial algorithms slow.
    if input.len() > 400 {
        return;
    }
    let mut lines = input.splitn(3, '\n');
    let (Some(left), Some(right), Some(text)) = (lines.next(), lines.next(), lines.next()) else {
        return;
    };

    let (in_left, in_right) = (pattern::glob(left, text), pattern::glob(right, text));
    assert!(pattern::glob(left, left) && pattern::subsumes(left, left));
    assert_eq!(
        pattern::overlaps(left, right),
        pattern::overlaps(right, left)
    );
    assert_eq!(
        pattern::subsumes(left, text) && !text.contains(['*', '?']),
        in_left && !text.contains(['*', '?'])
    );
    if pattern::subsumes(left, right) {
        assert!(pattern::overlaps(left, right));
        assert!(!in_right || in_left);
    }
    assert!(!(in_left && in_right) || pattern::overlaps(left, right));

    let (in_left, in_right) = (
        pattern::arn_matches(left, text),
        pattern::arn_matches(right, text),
    );
    assert!(pattern::arn_matches(left, left) && pattern::arn_subsumes(left, left));
    assert_eq!(
        pattern::arn_overlaps(left, right),
        pattern::arn_overlaps(right, left)
    );
    if pattern::arn_subsumes(left, right) {
        assert!(pattern::arn_overlaps(left, right));
        assert!(!in_right || in_left);
    }
    assert!(!(in_left && in_right) || pattern::arn_overlaps(left, right));

    let (left, right) = (
        ActionPattern::unchecked(left),
        ActionPattern::unchecked(right),
    );
    if left.subsumes(&right) {
        assert!(!right.matches(text) || left.matches(text));
    }
    assert!(!(left.matches(text) && right.matches(text)) || left.overlaps(&right));
});
