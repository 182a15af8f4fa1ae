//! What holds of the findings of any text.

use iam_dsl_core::check::{Finding, create_policy, validate};
use iam_dsl_core::json::{self, Node, Value};
use iam_dsl_core::{PathSegment, PolicyKind};

const KINDS: [PolicyKind; 8] = [
    PolicyKind::Identity,
    PolicyKind::Resource,
    PolicyKind::Trust,
    PolicyKind::Boundary,
    PolicyKind::Session,
    PolicyKind::Scp,
    PolicyKind::Rcp,
    PolicyKind::VpcEndpoint,
];

/// Checks a text as each kind of policy; returns how many findings there were.
pub(crate) fn check(text: &str) -> usize {
    let node = json::parse(text).ok();
    if node.is_none() {
        assert!(create_policy(text).is_err(), "what is no JSON is saved");
    }
    let _ = create_policy(text);
    let mut count = 0;
    for kind in KINDS {
        let findings = validate(text, kind);
        assert_eq!(findings, validate(text, kind));
        count += findings.len();
        for finding in &findings {
            one(finding, text, node.as_ref());
        }
    }
    count
}

fn one(finding: &Finding, text: &str, node: Option<&Node<'_>>) {
    let span = finding.span();
    let range = span.start as usize..span.end as usize;
    assert!(text.get(range).is_some(), "{finding:?}");
    assert!(!finding.message().is_empty(), "{finding:?}");
    if let Some(node) = node {
        assert!(exists(node, finding.path()), "{finding:?} in {text}");
    }
}

/// Tells whether a path leads to something; with a key that occurs twice, to one of the two.
fn exists(node: &Node<'_>, path: &[PathSegment]) -> bool {
    let Some((first, rest)) = path.split_first() else {
        return true;
    };
    match (first, &node.value) {
        (PathSegment::Key(key), Value::Object(members)) => members
            .iter()
            .any(|member| member.key == **key && exists(&member.value, rest)),
        (PathSegment::Name(key), Value::Object(members)) => {
            rest.is_empty() && members.iter().any(|member| member.key == **key)
        }
        (PathSegment::Index(index), Value::Array(items)) => {
            items.get(*index).is_some_and(|item| exists(item, rest))
        }
        _ => false,
    }
}
