//! `--fix`: takes away what makes no difference to any decision, and leaves all else as it is written.

mod cover;
mod cut;
mod same;
#[cfg(test)]
mod tests;

use std::ops::Range;

use iam_dsl_core::check::{self, Allowance, Code, Finding, Profile};
use iam_dsl_core::json::{self, Node, Value};
use iam_dsl_core::{PathSegment, PolicyKind};

/// A text without what is redundant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fixed {
    pub(super) text: String,
    /// How many things were taken away.
    pub(super) count: usize,
}

/// Takes what is reported and redundant away from a policy. `None`: there is nothing of that sort.
pub(super) fn fixed(
    text: &str,
    kind: PolicyKind,
    profile: Profile,
    allowances: &[Allowance],
) -> Option<Fixed> {
    let mut fixed = Fixed {
        text: text.to_owned(),
        count: 0,
    };
    // Each round makes the text shorter, and what one takes away may be what the next one was about.
    loop {
        let cuts = cuts(&fixed.text, kind, profile, allowances);
        if cuts.is_empty() {
            return (fixed.count > 0).then_some(fixed);
        }
        fixed.count += cuts.len();
        fixed.text = cut::without(&fixed.text, &cuts);
    }
}

/// Returns what is to be taken away, in order and apart from each other.
fn cuts(
    text: &str,
    kind: PolicyKind,
    profile: Profile,
    allowances: &[Allowance],
) -> Vec<Range<usize>> {
    let Ok(node) = json::parse(text) else {
        return Vec::new();
    };
    let found = check::validate_node(&node, Some(text), kind);
    let found = profile.apply(check::except_allowed(found, allowances, &node));
    let mut cuts: Vec<Range<usize>> = found
        .iter()
        .flat_map(|finding| of_finding(finding, &node))
        .collect();
    cuts.sort_by_key(|cut| (cut.start, cut.end));
    // What overlaps waits for the next round.
    let mut end = 0;
    cuts.retain(|cut| {
        let is_apart = cut.start >= end && !cut.is_empty();
        if is_apart {
            end = cut.end;
        }
        is_apart
    });
    cuts
}

fn of_finding(finding: &Finding, policy: &Node<'_>) -> Vec<Range<usize>> {
    let code = finding.code();
    let path = finding.path();
    if code == Code::REDUNDANT_STATEMENT {
        return match policy.get("Statement").map(|node| &node.value) {
            Some(Value::Array(statements)) => {
                cut::items(statements, &same::said_before(statements))
            }
            _ => Vec::new(),
        };
    }
    let is_step = |last: &PathSegment| !matches!(last, PathSegment::Index(_));
    let Some(element) = path.iter().rposition(is_step) else {
        return Vec::new();
    };
    let (outside, name) = path.split_at(element);
    let (Some(statement), Some(PathSegment::Key(name) | PathSegment::Name(name))) =
        (at(policy, outside), name.first())
    else {
        return Vec::new();
    };
    let list = statement.get(name).map(|node| &node.value);
    match (code, list) {
        (Code::REDUNDANT_ACTION, Some(Value::Array(items))) => {
            cut::items(items, &cover::covered(items, cover::action))
        }
        (Code::REDUNDANT_RESOURCE, Some(Value::Array(items))) => {
            let covers = if name == "NotResource" {
                cover::excluded_resource
            } else {
                cover::resource
            };
            cut::items(items, &cover::covered(items, covers))
        }
        (Code::EMPTY_SID_VALUE | Code::EMPTY_OBJECT_CONDITION, Some(value)) if is_empty(value) => {
            cut::member(statement, name)
        }
        _ => Vec::new(),
    }
}

fn is_empty(value: &Value<'_>) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// Returns what a path leads to.
fn at<'n, 'a>(node: &'n Node<'a>, path: &[PathSegment]) -> Option<&'n Node<'a>> {
    path.iter().try_fold(node, |node, step| match step {
        PathSegment::Key(key) | PathSegment::Name(key) => node.get(key),
        PathSegment::Index(index) => match &node.value {
            Value::Array(items) => items.get(*index),
            _ => None,
        },
    })
}
