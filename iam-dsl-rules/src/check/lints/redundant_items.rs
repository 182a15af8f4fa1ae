//! Lists in which one item says what others say, too.

use std::borrow::Cow;

use crate::check::report::Report;
use crate::check::view::{Element, Leaf};
use crate::check::{Code, Message};

/// No policy that AWS takes has more items in a list. Each is compared with many others, so that a list of very many would
/// take very long.
const MOST: usize = 5_000;

/// An item, and how it is compared.
struct Item<'a> {
    leaf: &'a Leaf<'a>,
    text: &'a str,
    folded: Cow<'a, str>,
}

impl Item<'_> {
    fn is_pattern(&self) -> bool {
        self.text.contains(['*', '?'])
    }

    /// Returns what each text begins with that the item stands for.
    fn start(&self) -> &str {
        self.folded.split(['*', '?', '$']).next().unwrap_or("")
    }

    /// What covers another text has nothing literal that the other lacks. That is cheap to see and nearly always decides.
    fn may_cover(&self, other: &Self) -> bool {
        let mut literals = self.folded.split(['*', '?', '$']);
        literals.all(|literal| other.folded.contains(literal))
    }
}

/// Reports each item that covers others, where the first of all of them stands.
///
/// Only patterns cover other texts, of which a list has few: long lists are of plain names.
pub(super) fn check(
    element: &Element<'_>,
    code: Code,
    fold: fn(&str) -> Cow<'_, str>,
    covers: fn(&str, &str) -> bool,
    report: &mut Report,
) {
    if !(2..=MOST).contains(&element.items.len()) {
        return;
    }
    let mut items: Vec<Item<'_>> = element
        .known()
        .map(|(leaf, text)| Item {
            leaf,
            text,
            folded: fold(text),
        })
        .collect();
    // Equal ones stand together, and so do those that a pattern can cover: they begin as it does.
    items.sort_by(|one, other| one.folded.cmp(&other.folded));
    let patterns: Vec<&Item<'_>> = items.iter().filter(|item| item.is_pattern()).collect();
    let wider = |wide: &Item<'_>, item: &Item<'_>| {
        wide.folded != item.folded
            && item.folded.starts_with(wide.start())
            && wide.may_cover(item)
            && covers(wide.text, item.text)
    };
    for group in items.chunk_by(|one, other| one.folded == other.folded) {
        let [first, others @ ..] = group else {
            continue;
        };
        if others.is_empty() && !first.is_pattern() || is_covered(first, &patterns, wider) {
            continue;
        }
        let narrower = beginning_with(&items, first.start()).filter(|narrow| wider(first, narrow));
        if let Some(narrow) = others
            .iter()
            .chain(narrower)
            .min_by_key(|item| item.leaf.span)
        {
            report_pair(first, narrow, code, report);
        }
    }
}

/// Tells whether another pattern covers the item; of two that cover each other, the first in the order of the text.
fn is_covered(
    item: &Item<'_>,
    patterns: &[&Item<'_>],
    wider: impl Fn(&Item<'_>, &Item<'_>) -> bool,
) -> bool {
    patterns
        .iter()
        .any(|wide| wider(wide, item) && (!wider(item, wide) || wide.leaf.span < item.leaf.span))
}

/// Returns the items that begin with a text.
fn beginning_with<'i, 'a>(
    sorted: &'i [Item<'a>],
    start: &'i str,
) -> impl Iterator<Item = &'i Item<'a>> {
    let before = sorted.partition_point(|item| *item.folded < *start);
    sorted
        .get(before..)
        .unwrap_or(&[])
        .iter()
        .take_while(move |item| item.folded.starts_with(start))
}

fn report_pair(wide: &Item<'_>, narrow: &Item<'_>, code: Code, report: &mut Report) {
    let first = if narrow.leaf.span < wide.leaf.span {
        narrow.leaf
    } else {
        wide.leaf
    };
    let message = Message::new(
        code,
        format!("`{}` says what `{}` says, too", wide.text, narrow.text),
    );
    let help = format!("leave out what `{}` covers", wide.text);
    report.add_at(first, message.with_help(help));
}

#[cfg(test)]
mod tests {
    use super::MOST;
    use crate::PolicyKind;
    use crate::check::{Code, validate};

    #[test]
    fn lists_of_a_length_that_no_policy_has_are_not_compared() {
        let is_found = |count: usize| {
            let actions = vec![r#""sqs:SendMessage""#; count].join(",");
            let policy = format!(
                r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Action": [{actions}], "Resource": "*"}}}}"#
            );
            let found = validate(&policy, PolicyKind::Identity);
            found
                .iter()
                .any(|finding| finding.code() == Code::REDUNDANT_ACTION)
        };
        assert!(is_found(MOST) && !is_found(MOST + 1));
    }
}
