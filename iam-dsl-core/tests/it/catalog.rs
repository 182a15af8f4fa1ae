//! Action patterns and the actions of the catalog.

use iam_dsl_catalog::Action;
use iam_dsl_core::ActionPattern;

/// Two implementations of one rule: the catalog's search and the pattern's matching.
#[test]
fn expanding_agrees_with_matching() {
    for text in [
        "s3:Get*",
        "S3:get*acl",
        "*",
        "**",
        "*:*",
        "*:Tag*",
        "s?s:*",
        "ec2:Describe?nstances",
        "nope:*",
    ] {
        let pattern = ActionPattern::from_static(text);
        let mut expanded: Vec<String> = pattern.expand().map(|action| action.to_string()).collect();
        let mut matching: Vec<String> = Action::all()
            .filter(|action| pattern.matches_action(*action))
            .map(|action| action.to_string())
            .collect();
        expanded.sort();
        matching.sort();
        let (some, others) = (expanded.len(), matching.len());
        assert!(
            expanded == matching,
            "{text}: {some} expanded, {others} match"
        );
    }
}

#[test]
fn every_action_matches_itself() {
    for action in Action::all() {
        let pattern = ActionPattern::from(action);
        assert!(pattern.matches_action(action) && pattern.matches(&action.to_string()));
        assert!(!pattern.is_wildcard());
    }
}
