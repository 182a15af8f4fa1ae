//! Elements that IAM does not have.

use crate::ReadError;
use crate::json::Member;
use iam_dsl_rules::quoted;

/// The error for a member that is none of `known`.
pub(super) fn unknown_element(member: &Member<'_>, known: &[&str]) -> ReadError {
    let message = format!("unknown element {}", quoted(&member.key));
    let help = match closest(&member.key, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("the elements here are {}", listed(known)),
    };
    ReadError::unknown_element(member.key_span, message).with_help(help)
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// The name that two or fewer edits make of `text`, whatever its case.
fn closest<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .map(|name| (edits(text, name), *name))
        .filter(|(edits, name)| *edits <= 2 && *edits < name.len() / 2 + 1)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

/// The Levenshtein distance, ignoring case; at most the length of the texts.
fn edits(left: &str, right: &str) -> usize {
    const LONGEST: usize = 24;
    if left.len() > LONGEST {
        return LONGEST;
    }
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, from) in left.chars().enumerate() {
        let mut diagonal = line;
        let mut before = line + 1;
        for (cell, to) in row.iter_mut().skip(1).zip(&right) {
            let replaced = diagonal + usize::from(!from.eq_ignore_ascii_case(to));
            diagonal = *cell;
            before = replaced.min(before + 1).min(*cell + 1);
            *cell = before;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}
