//! Lists in which one item says what others say, too.

use std::collections::HashMap;

use crate::check::report::Report;
use crate::check::view::{Element, Leaf};
use crate::check::{Code, Message};

/// An item, and how it is compared.
struct Item<'a> {
    leaf: &'a Leaf<'a>,
    text: &'a str,
    folded: String,
}

impl Item<'_> {
    /// What covers another text begins as that does, and has nothing literal that the other lacks. That is cheap to see and
    /// nearly always decides.
    fn may_cover(&self, other: &Self) -> bool {
        let mut literals = self.folded.split(['*', '?', '$']);
        literals
            .next()
            .is_none_or(|start| other.folded.starts_with(start))
            && literals.all(|literal| other.folded.contains(literal))
    }
}

/// Reports each item that covers others, where the first of all of them stands.
///
/// Only patterns cover other texts, of which a list has few: long lists are of plain names.
pub(super) fn check(
    element: &Element<'_>,
    code: Code,
    fold: fn(&str) -> String,
    covers: fn(&str, &str) -> bool,
    report: &mut Report,
) {
    if element.items.len() < 2 {
        return;
    }
    let items: Vec<Item<'_>> = element
        .known()
        .map(|(leaf, text)| Item {
            leaf,
            text,
            folded: fold(text),
        })
        .collect();
    let mut equal: HashMap<&str, Vec<usize>> = HashMap::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        equal.entry(&item.folded).or_default().push(index);
    }
    let patterns: Vec<(usize, &Item<'_>)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.text.contains(['*', '?']))
        .collect();
    let is_covered = |index: usize, item: &Item<'_>| {
        patterns.iter().any(|(other, wide)| {
            *other != index
                && wide.may_cover(item)
                && covers(wide.text, item.text)
                && (!covers(item.text, wide.text) || *other < index)
        })
    };
    for (index, item) in items.iter().enumerate() {
        let same = equal.get(item.folded.as_str());
        let is_repeated = same.is_some_and(|same| same.len() > 1);
        let is_first = same.and_then(|same| same.first()) == Some(&index);
        let is_pattern = patterns.iter().any(|(pattern, _)| *pattern == index);
        if !is_first || !(is_repeated || is_pattern) || is_covered(index, item) {
            continue;
        }
        let narrow = |(other, narrow): &(usize, &Item<'_>)| {
            *other != index
                && item.may_cover(narrow)
                && (narrow.folded == item.folded || covers(item.text, narrow.text))
        };
        if let Some((_, narrow)) = items.iter().enumerate().find(narrow) {
            let first = if narrow.leaf.span < item.leaf.span {
                narrow.leaf
            } else {
                item.leaf
            };
            let message = Message::new(
                code,
                format!("`{}` says what `{}` says, too", item.text, narrow.text),
            );
            report.add_at(first, message.with_help("leave out what it covers"));
        }
    }
}
