//! `--fix`: takes away what makes no difference to any decision, and leaves all else as it is written.

mod cover;
mod cut;
mod replace;
mod same;
#[cfg(test)]
mod tests;

use iam_dsl_core::check::{self, Allowance, Code, Finding, Profile};
use iam_dsl_core::json::{self, Node, Value};
use iam_dsl_core::{PathSegment, PolicyKind};

use self::cut::Cut;
pub(super) use self::replace::replace;
use super::answer::Places;

/// A text without what is redundant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fixed {
    pub(super) text: String,
    /// In the order of the text as it was.
    pub(super) gone: Vec<Gone>,
}

/// What was taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gone {
    pub(super) code: Code,
    /// Where it stood in the text as it was, from 1.
    pub(super) line: usize,
    pub(super) text: String,
}

/// Takes what is reported and redundant away from a policy. `None`: there is nothing of that sort.
pub(super) fn fixed(
    text: &str,
    kind: PolicyKind,
    profile: Profile,
    allowances: &[Allowance],
) -> Option<Fixed> {
    let places = Places::new(text);
    let mut left = text.to_owned();
    let mut gone = Vec::new();
    let mut rounds: Vec<Vec<Cut>> = Vec::new();
    // Each round makes the text shorter, and what one takes away may be what the next one was about.
    loop {
        let found = cuts(&left, kind, profile, allowances);
        if found.is_empty() {
            break;
        }
        for (code, cut) in &found {
            let rounds = rounds.iter().rev();
            let start = rounds.fold(cut.part.start, |at, round| cut::before(at, round));
            let text = left.get(cut.part.clone()).unwrap_or("").to_owned();
            gone.push((start, *code, text));
        }
        let round: Vec<Cut> = found.into_iter().map(|(_, cut)| cut).collect();
        left = cut::without(&left, &round);
        rounds.push(round);
    }
    gone.sort_by_key(|(start, ..)| *start);
    let gone: Vec<Gone> = gone
        .into_iter()
        .map(|(start, code, text)| Gone {
            code,
            line: places.of(u32::try_from(start).unwrap_or(u32::MAX)).line,
            text,
        })
        .collect();
    (!gone.is_empty()).then_some(Fixed { text: left, gone })
}

/// Returns what is to be taken away, in order and apart from each other.
fn cuts(
    text: &str,
    kind: PolicyKind,
    profile: Profile,
    allowances: &[Allowance],
) -> Vec<(Code, Cut)> {
    let Ok(node) = json::parse(text) else {
        return Vec::new();
    };
    let found = check::validate_node(&node, Some(text), kind);
    let left = check::except_allowed(found.clone(), allowances, &node);
    let allowed: Vec<&Finding> = found.iter().filter(|one| !left.contains(one)).collect();
    // A list is cleaned up as a whole: where somebody wants a part of it to stay, all of it does.
    let is_kept = |finding: &Finding| {
        allowed.iter().any(|allowed| {
            allowed.code() == finding.code() && element(allowed.path()) == element(finding.path())
        })
    };
    let mut cuts: Vec<(Code, Cut)> = profile
        .apply(left)
        .iter()
        .filter(|finding| !is_kept(finding))
        .flat_map(|finding| {
            let cuts = of_finding(finding, &node).into_iter();
            cuts.map(|cut| (finding.code(), cut))
        })
        .collect();
    cuts.sort_by_key(|(_, cut)| (cut.all.start, cut.all.end));
    // What overlaps waits for the next round.
    let mut end = 0;
    cuts.retain(|(_, Cut { all, .. })| {
        let is_apart = all.start >= end && !all.is_empty();
        if is_apart {
            end = all.end;
        }
        is_apart
    });
    cuts
}

fn of_finding(finding: &Finding, policy: &Node<'_>) -> Vec<Cut> {
    let Some((PathSegment::Key(name) | PathSegment::Name(name), outside)) =
        element(finding.path()).split_last()
    else {
        return Vec::new();
    };
    let Some(object) = at(policy, outside) else {
        return Vec::new();
    };
    let value = object.get(name).map(|node| &node.value);
    match (finding.code(), value) {
        (Code::REDUNDANT_STATEMENT, Some(Value::Array(statements))) => {
            cut::items(statements, &same::said_before(statements))
        }
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
            cut::member(object, name)
        }
        _ => Vec::new(),
    }
}

/// The path to the element that a finding is in, which may be about an item of it.
fn element(path: &[PathSegment]) -> &[PathSegment] {
    let is_item = |last: &PathSegment| matches!(last, PathSegment::Index(_));
    let end = path.iter().rposition(|last| !is_item(last));
    path.get(..end.map_or(0, |end| end + 1)).unwrap_or(&[])
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
