use super::distance::{EDIT, osa, single_edit};
use crate::{ConditionKey, oidc};

/// The condition key that `text` was meant to be, with its own text where the key has a hole.
pub(super) fn suggest(text: &str) -> Option<String> {
    if let Some(key) = ConditionKey::find(text) {
        return Some(key.canonical(text));
    }
    let several = (text.len() / 5).clamp(1, 4);
    // One edit is what most slips are, and it is told much faster.
    let near = oidc::near(text).or_else(|| nearest(text, 0));
    near.or_else(|| nearest(text, several))
}

/// The cheapest key that is a single edit away, or at most `limit` of them.
fn nearest(text: &str, limit: usize) -> Option<String> {
    let candidates = ConditionKey::all().filter_map(|key| {
        let (cost, whole) = candidate(key, text, limit)?;
        Some((cost, !key.is_global(), key, whole))
    });
    let (.., key, whole) = candidates.min()?;
    Some(whole.unwrap_or_else(|| key.name().to_owned()))
}

/// What it costs to mean `key`, and what to write when the key is a pattern.
fn candidate(key: ConditionKey, text: &str, limit: usize) -> Option<(u32, Option<String>)> {
    let Some((fixed, _)) = key.holed() else {
        return Some((cost(text.as_bytes(), key.name_bytes(), limit)?, None));
    };
    let tail = tail(fixed, text)?;
    let typed = text.strip_suffix(tail)?;
    let cost = cost(typed.as_bytes(), fixed.as_bytes(), limit)?;
    let whole = format!("{fixed}{tail}");
    // A pattern with text after its hole is not met by head and tail alone.
    (ConditionKey::find(&whole) == Some(key)).then_some((cost, Some(whole)))
}

/// What `text` has after the separator that ends the fixed part of a pattern.
fn tail<'t>(fixed: &str, text: &'t str) -> Option<&'t str> {
    let separator = fixed.chars().next_back()?;
    let count = fixed.matches(separator).count();
    let mut ends = text
        .match_indices(separator)
        .map(|(at, found)| at + found.len());
    text.get(ends.nth(count - 1)?..)
        .filter(|tail| !tail.is_empty())
}

fn cost(typed: &[u8], name: &[u8], limit: usize) -> Option<u32> {
    if let Some(edit) = single_edit(typed, name) {
        return Some(edit.cost());
    }
    let distance = u32::try_from(osa(typed, name, limit)?).ok()?;
    Some(distance * EDIT)
}
