//! Lists in which one item says what others say, too.

use crate::check::report::Report;
use crate::check::view::Element;
use crate::check::{Code, Message};

/// Reports each item that covers others, where the first of all of them stands.
pub(super) fn check(
    element: &Element<'_>,
    code: Code,
    covers: fn(&str, &str) -> bool,
    report: &mut Report,
) {
    let items: Vec<_> = element.known().collect();
    let is_covered = |index: usize, text: &str| {
        items.iter().enumerate().any(|(other, (_, wide))| {
            other != index && covers(wide, text) && (!covers(text, wide) || other < index)
        })
    };
    for (index, (item, text)) in items.iter().enumerate() {
        if is_covered(index, text) {
            continue;
        }
        let covered: Vec<_> = items
            .iter()
            .enumerate()
            .filter(|(other, (_, narrow))| *other != index && covers(text, narrow))
            .map(|(_, covered)| covered)
            .collect();
        if let Some((first, narrow)) = covered.first() {
            let at = if first.span < item.span { first } else { item };
            let message = Message::new(code, format!("`{text}` says what `{narrow}` says, too"));
            report.add_at(at, message.with_help("leave out what it covers"));
        }
    }
}
