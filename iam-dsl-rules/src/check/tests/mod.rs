//! Each code on a document that has its mistake, and documents that have none.

mod mistakes;
mod registry;
mod right;

use std::collections::BTreeSet;

use self::{mistakes::MISTAKES, right::RIGHT};
use super::{Code, document};
use crate::PolicyKind;
use crate::json;

fn whole(text: &str) -> String {
    if text.contains("\"Version\"") || !text.starts_with('{') {
        return text.to_owned();
    }
    format!(r#"{{"Version": "2012-10-17", "Statement": [{text}]}}"#)
}

fn codes(kind: PolicyKind, text: &str) -> Vec<Code> {
    let text = whole(text);
    let node = json::parse(&text).unwrap();
    document(&node, kind)
        .iter()
        .map(super::Finding::code)
        .collect()
}

#[test]
fn each_mistake_is_found_and_no_other() {
    for (kind, text, expected) in MISTAKES {
        assert_eq!(codes(*kind, text), *expected, "{text}");
    }
}

#[test]
fn what_is_right_has_no_findings() {
    for (kind, text) in RIGHT {
        assert_eq!(codes(*kind, text), [], "{text}");
    }
}

#[test]
fn every_code_is_tried() {
    let tried: BTreeSet<&str> = MISTAKES
        .iter()
        .flat_map(|(_, _, codes)| *codes)
        .map(Code::name)
        .collect();
    // These are never in a document: names of policies are not, and what is no JSON is none.
    let elsewhere = [Code::INVALID_MANAGED_POLICY, Code::JSON_SYNTAX_ERROR];
    let is_here = |code: &Code| code.stops_compilation() && !elsewhere.contains(code);
    for code in Code::all().into_iter().filter(is_here) {
        assert!(tried.contains(code.name()), "{code}");
    }
}

#[test]
fn every_finding_has_help_or_is_about_a_name() {
    for (kind, text, _) in MISTAKES {
        let text = whole(text);
        for finding in document(&json::parse(&text).unwrap(), *kind) {
            let is_name = finding.code().name().starts_with("INVALID_");
            assert!(finding.help().is_some() || is_name, "{finding:?}");
        }
    }
}

#[test]
fn a_missing_or_strange_character_never_panics() {
    for (kind, text, _) in MISTAKES {
        let text = whole(text);
        for (at, c) in text.char_indices().step_by(5) {
            let mut shorter = text.clone();
            shorter.replace_range(at..at + c.len_utf8(), "");
            let mut stranger = text.clone();
            stranger.replace_range(at..at + c.len_utf8(), "é");
            for text in [shorter, stranger] {
                if let Ok(node) = json::parse(&text) {
                    document(&node, *kind);
                }
            }
        }
    }
}

/// What `docs/lints.md` and `cargo iam` print.
#[cfg(feature = "validate")]
#[test]
fn every_code_says_what_is_found_why_it_is_bad_and_what_to_write() {
    for code in Code::all() {
        let paragraphs: Vec<&str> = code.meaning().split("\n\n").map(str::trim).collect();
        let (what, rest) = paragraphs.split_first().unwrap();
        assert!(what.ends_with('.'), "{code}: {what}");
        assert!(!code.meaning().contains("FIXME"), "{code} is not finished");
        let instead = rest
            .get(1)
            .is_some_and(|text| text.starts_with("Instead, "));
        assert!(
            instead,
            "{code}: the third paragraph begins with `Instead, `"
        );
        let links = rest.get(2..).unwrap_or_default();
        let is_link = |text: &&str| text.starts_with("AWS: <https://") && text.ends_with('>');
        assert!(
            links.len() < 2 && links.iter().all(is_link),
            "{code}: {links:?}"
        );
    }
}
