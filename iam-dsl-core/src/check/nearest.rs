//! The nearest of a few names.

/// Finds a name that differs in case, is a part of the other, or is a letter or two off.
pub(super) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let name = name.to_ascii_lowercase();
    let mut ranked: Vec<(usize, &str)> = known
        .iter()
        .map(|known| (distance(&name, &known.to_ascii_lowercase()), *known))
        .filter(|(distance, known)| distance * 3 <= known.len())
        .collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    ranked.first().map(|(_, known)| *known)
}

/// Counts the insertions, deletions and replacements that turn `a` into `b`.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (slot, y) in row.iter_mut().skip(1).zip(b.chars()) {
            let replaced = diagonal + usize::from(x != y);
            diagonal = *slot;
            left = replaced.min(left + 1).min(diagonal + 1);
            *slot = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name() {
        let known = ["Action", "NotAction", "Resource", "Condition"];
        assert_eq!(nearest("Actions", &known), Some("Action"));
        assert_eq!(nearest("effect", &known), None);
        assert_eq!(nearest("resource", &known), Some("Resource"));
        assert_eq!(nearest("Condtion", &known), Some("Condition"));
    }
}
