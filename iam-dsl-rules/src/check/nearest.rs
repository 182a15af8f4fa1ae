//! The nearest of a few names.

/// Finds a name that differs in case, is a part of the other, or is a letter or two off.
pub(super) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let name = name.to_ascii_lowercase();
    known
        .iter()
        .map(|known| (distance(&name, &known.to_ascii_lowercase()), *known))
        .filter(|(distance, known)| distance * 3 <= known.len())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Counts the insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
pub(super) fn distance(a: &str, b: &str) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.chars().count()).collect();
    let mut last = None;
    for (i, x) in a.chars().enumerate() {
        let mut row = vec![i + 1];
        let mut previous = None;
        for (j, y) in b.chars().enumerate() {
            let at =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&above, j) + usize::from(x != y);
            let mut cost = replaced.min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            if j > 0 && last == Some(y) && previous == Some(x) {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
            previous = Some(y);
        }
        before = std::mem::replace(&mut above, row);
        last = Some(x);
    }
    above.last().copied().unwrap_or(0)
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
        assert_eq!(nearest("tabel", &["table", "stream"]), Some("table"));
    }
}
