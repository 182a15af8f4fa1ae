//! Texts without some of their parts, commas and blanks included.

use std::ops::Range;

use iam_dsl_core::json::{Node, Value};

/// A part of a text that is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The item or the member itself.
    pub(super) part: Range<usize>,
    /// With the comma and the blanks that go with it.
    pub(super) all: Range<usize>,
}

/// Returns a text without parts that are in order and apart from each other.
pub(super) fn without(text: &str, cuts: &[Cut]) -> String {
    let mut left = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        left.push_str(text.get(at..cut.all.start).unwrap_or(""));
        at = cut.all.end;
    }
    left.push_str(text.get(at..).unwrap_or(""));
    left
}

/// Returns where a byte was before parts went that were in order.
pub(super) fn before(at: usize, cuts: &[Cut]) -> usize {
    cuts.iter().fold(at, |at, cut| {
        if cut.all.start <= at {
            at + cut.all.len()
        } else {
            at
        }
    })
}

/// Returns the stretches to cut for some items of a list. At least one item must stay.
pub(super) fn items(items: &[Node<'_>], gone: &[usize]) -> Vec<Cut> {
    let places: Vec<Range<usize>> = items.iter().map(place).collect();
    parts(&places, gone)
}

/// Returns the stretch to cut for a member of an object, if other members stay.
pub(super) fn member(object: &Node<'_>, key: &str) -> Vec<Cut> {
    let Value::Object(members) = &object.value else {
        return Vec::new();
    };
    let places: Vec<Range<usize>> = members
        .iter()
        .map(|member| member.key_span.start as usize..member.value.span.end as usize)
        .collect();
    let gone = members.iter().position(|member| member.key == key);
    parts(&places, gone.as_slice())
}

/// A part goes with the comma before it, or with the one behind it where nothing stays before.
fn parts(places: &[Range<usize>], gone: &[usize]) -> Vec<Cut> {
    let first_left = (0..places.len()).find(|index| !gone.contains(index));
    let Some(first_left) = first_left else {
        return Vec::new();
    };
    let cut = |index: &usize| {
        let place = places.get(*index)?;
        let all = if *index < first_left {
            place.start..places.get(index + 1)?.start
        } else {
            places.get(index.checked_sub(1)?)?.end..place.end
        };
        let part = place.clone();
        Some(Cut { part, all })
    };
    gone.iter().filter_map(cut).collect()
}

fn place(node: &Node<'_>) -> Range<usize> {
    node.span.start as usize..node.span.end as usize
}
