//! The algebra of patterns against brute force over small alphabets.

use iam_dsl_core::{ActionPattern, pattern};
use proptest::prelude::*;

/// Every text of at most `longest` characters of `alphabet`.
fn texts(alphabet: &str, longest: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..longest {
        last = last
            .iter()
            .flat_map(|text| {
                alphabet
                    .chars()
                    .map(move |letter| format!("{text}{letter}"))
            })
            .collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// One bit a text: does the pattern match it?
fn language(pattern: &str, texts: &[String], matches: fn(&str, &str) -> bool) -> Vec<u64> {
    texts
        .chunks(64)
        .map(|chunk| {
            let bits = chunk.iter().enumerate();
            bits.fold(0, |bits, (at, text)| {
                bits | u64::from(matches(pattern, text)) << at
            })
        })
        .collect()
}

fn within(narrow: &[u64], wide: &[u64]) -> bool {
    narrow
        .iter()
        .zip(wide)
        .all(|(narrow, wide)| narrow & !wide == 0)
}

fn meet(left: &[u64], right: &[u64]) -> bool {
    left.iter()
        .zip(right)
        .any(|(left, right)| left & right != 0)
}

/// Every pair of patterns of at most four characters. `z` stands for what no pattern names.
#[test]
fn subsumption_and_overlap_are_exact() {
    let texts_to_try = texts("abz", 7);
    let patterns = texts("ab*?", 4);
    let languages: Vec<_> = patterns
        .iter()
        .map(|pattern| language(pattern, &texts_to_try, pattern::glob))
        .collect();
    for (wide, wide_language) in patterns.iter().zip(&languages) {
        for (narrow, narrow_language) in patterns.iter().zip(&languages) {
            assert_eq!(
                pattern::subsumes(wide, narrow),
                within(narrow_language, wide_language),
                "{wide} covers {narrow}"
            );
            assert_eq!(
                pattern::overlaps(wide, narrow),
                meet(wide_language, narrow_language),
                "{wide} meets {narrow}"
            );
        }
    }
}

/// A glob by its definition.
fn slow_glob(pattern: &[char], text: &[char]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        (['*', rest @ ..], _) => {
            slow_glob(rest, text) || matches!(text, [_, more @ ..] if slow_glob(pattern, more))
        }
        (['?', rest @ ..], [_, more @ ..]) => slow_glob(rest, more),
        ([letter, rest @ ..], [same, more @ ..]) if letter == same => slow_glob(rest, more),
        _ => false,
    }
}

/// Texts in the shape of ARNs, whole and short, over a small alphabet.
fn arn_text() -> impl Strategy<Value = String> {
    prop_oneof!["[ab]?:[ab]?:[ab]?:[ab]?:[ab]?:[ab:]{0,3}", "[ab:]{0,8}",]
}

fn arn_pattern() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ab*?]{0,2}:[ab*?]{0,2}:[ab*?]{0,2}:[ab*?]{0,2}:[ab*?]{0,2}:[ab:*?]{0,3}",
        "[ab:*?]{0,8}",
        "[ab:*?]{0,6}\\*",
    ]
}

/// An ARN pattern by its definition: segments at the first five colons.
fn slow_arn_matches(pattern: &str, arn: &str) -> bool {
    let chars = |text: &str| text.chars().collect::<Vec<char>>();
    let patterns: Vec<&str> = pattern.splitn(6, ':').collect();
    let open = patterns.len() < 6 && pattern.ends_with('*');
    let segments: Vec<&str> = arn
        .splitn(if open { patterns.len() } else { 6 }, ':')
        .collect();
    patterns.len() == segments.len()
        && patterns
            .iter()
            .zip(&segments)
            .all(|(pattern, segment)| slow_glob(&chars(pattern), &chars(segment)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn glob_is_its_definition(pattern in "[abé*?]{0,8}", text in "[abé*?]{0,8}") {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        prop_assert_eq!(pattern::glob(&pattern, &text), slow_glob(&chars(&pattern), &chars(&text)));
        prop_assert_eq!(
            pattern::glob_ignore_case(&pattern.to_ascii_uppercase(), &text),
            pattern::glob(&pattern, &text)
        );
    }

    #[test]
    fn arn_matching_is_its_definition(pattern in arn_pattern(), arn in arn_text()) {
        prop_assert_eq!(pattern::arn_matches(&pattern, &arn), slow_arn_matches(&pattern, &arn));
    }

    #[test]
    fn what_subsumes_matches_more(wide in arn_pattern(), narrow in arn_pattern(), arn in arn_text()) {
        if pattern::arn_subsumes(&wide, &narrow) && pattern::arn_matches(&narrow, &arn) {
            prop_assert!(pattern::arn_matches(&wide, &arn), "{wide} {narrow} {arn}");
        }
        if pattern::arn_matches(&wide, &arn) && pattern::arn_matches(&narrow, &arn) {
            prop_assert!(pattern::arn_overlaps(&wide, &narrow), "{wide} {narrow} {arn}");
        }
    }

    #[test]
    fn relations_keep_their_laws(left in arn_pattern(), right in arn_pattern()) {
        prop_assert!(pattern::arn_subsumes(&left, &left));
        prop_assert!(pattern::arn_overlaps(&left, &left));
        prop_assert_eq!(pattern::arn_overlaps(&left, &right), pattern::arn_overlaps(&right, &left));
        if pattern::arn_subsumes(&left, &right) {
            prop_assert!(pattern::arn_overlaps(&left, &right));
        }
    }

    #[test]
    fn an_arn_is_a_pattern_for_itself(arn in arn_text(), pattern in arn_pattern()) {
        prop_assert!(pattern::arn_matches(&arn, &arn));
        prop_assert_eq!(pattern::arn_subsumes(&pattern, &arn), pattern::arn_matches(&pattern, &arn));
        prop_assert_eq!(pattern::arn_overlaps(&pattern, &arn), pattern::arn_matches(&pattern, &arn));
    }

    #[test]
    fn actions_keep_the_laws(left in "[as*?]{0,2}:?[Gg*?]{0,3}", right in "[as*?]{0,2}:?[Gg*?]{0,3}", action in "[as]:[gGx]{0,3}") {
        let (left, right) = (ActionPattern::unchecked(left), ActionPattern::unchecked(right));
        prop_assert!(left.subsumes(&left));
        let both = left.matches(&action) && right.matches(&action);
        if left.subsumes(&right) && right.matches(&action) {
            prop_assert!(left.matches(&action));
        }
        if both {
            prop_assert!(left.overlaps(&right));
        }
    }
}

/// Backtracking over every `*` would take longer than the universe has.
#[test]
fn patterns_take_polynomial_time() {
    let stars = "a*".repeat(2_000) + "b";
    let text = "a".repeat(4_000);
    assert!(!pattern::glob(&stars, &text));
    let stars = "a*".repeat(400) + "b";
    assert!(!pattern::subsumes(&stars, &"a*".repeat(400)));
    assert!(pattern::overlaps(&stars, &"a*".repeat(400)));
}
