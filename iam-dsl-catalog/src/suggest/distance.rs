//! How far apart two names are. All of it expects lower case.

/// The one edit that makes a typed text of a name.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Edit {
    None,
    /// Two neighbours changed places.
    Swapped,
    /// A byte of the name was not typed.
    Dropped,
    /// A byte was typed twice.
    Doubled,
    /// A byte was typed for another.
    Replaced,
    /// A byte was typed that is not in the name.
    Added,
}

/// What one edit costs, in hundredths.
pub(super) const EDIT: u32 = 100;

impl Edit {
    /// The cost of the edit; the likelier one is the cheaper one.
    ///
    /// A name of n bytes can lose a byte in n ways, and gain or change one in some 30 n ways. So
    /// of two names that are one edit away, the one that lacks a byte was meant more often.
    pub(super) fn cost(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Swapped | Self::Dropped => EDIT,
            Self::Doubled => EDIT + 5,
            Self::Replaced => EDIT + 10,
            Self::Added => EDIT + 15,
        }
    }
}

/// The parts of two texts that are left without their common head and tail.
fn middles<'a, 'b>(mut left: &'a [u8], mut right: &'b [u8]) -> (&'a [u8], &'b [u8]) {
    while let ([l, left_rest @ ..], [r, right_rest @ ..]) = (left, right) {
        if !l.eq_ignore_ascii_case(r) {
            break;
        }
        (left, right) = (left_rest, right_rest);
    }
    while let ([left_rest @ .., l], [right_rest @ .., r]) = (left, right) {
        if !l.eq_ignore_ascii_case(r) {
            break;
        }
        (left, right) = (left_rest, right_rest);
    }
    (left, right)
}

/// The single edit between what was typed and a name, when one is enough.
pub(super) fn single_edit(typed: &[u8], name: &[u8]) -> Option<Edit> {
    if typed.len().abs_diff(name.len()) > 1 {
        return None;
    }
    match middles(typed, name) {
        ([], []) => Some(Edit::None),
        ([], [_]) => Some(Edit::Dropped),
        ([_], [_]) => Some(Edit::Replaced),
        ([a, b], [c, d]) if a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c) => {
            Some(Edit::Swapped)
        }
        ([added], []) => {
            // The common head was taken first, so a double stands right before its second half.
            let before = common_head(typed, name).checked_sub(1);
            let twin = before.and_then(|before| typed.get(before));
            let doubled = twin.is_some_and(|twin| twin.eq_ignore_ascii_case(added));
            Some(if doubled { Edit::Doubled } else { Edit::Added })
        }
        _ => None,
    }
}

/// How many bytes two texts share at their beginning.
pub(super) fn common_head(left: &[u8], right: &[u8]) -> usize {
    let pairs = left.iter().zip(right);
    pairs.take_while(|(l, r)| l.eq_ignore_ascii_case(r)).count()
}

/// The optimal string alignment distance: insertions, deletions, substitutions and swaps of
/// neighbours; `None` when it is above `limit`.
pub(super) fn osa(left: &[u8], right: &[u8], limit: usize) -> Option<usize> {
    if left.len().abs_diff(right.len()) > limit {
        return None;
    }
    let (left, right) = middles(left, right);
    // An edit adds or takes away at most two kinds of letters.
    let kinds = (letters(left) ^ letters(right)).count_ones() as usize;
    if kinds > 2 * limit {
        return None;
    }
    let mut older: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    let mut left_before = None;
    for (row, l) in left.iter().map(u8::to_ascii_lowercase).enumerate() {
        let mut current = Vec::with_capacity(above.len());
        let mut beside = row + 1;
        current.push(beside);
        let mut right_before = None;
        for ((column, r), pair) in right
            .iter()
            .map(u8::to_ascii_lowercase)
            .enumerate()
            .zip(above.windows(2))
        {
            let &[diagonal, over] = pair else { continue };
            let mut cost = (diagonal + usize::from(l != r))
                .min(over + 1)
                .min(beside + 1);
            if left_before == Some(r) && right_before == Some(l) {
                let two_back = column.checked_sub(1).and_then(|column| older.get(column));
                cost = cost.min(two_back.map_or(cost, |before| before + 1));
            }
            current.push(cost);
            beside = cost;
            right_before = Some(r);
        }
        if current.iter().min().is_some_and(|least| *least > limit) {
            return None;
        }
        left_before = Some(l);
        older = std::mem::replace(&mut above, current);
    }
    above.last().copied().filter(|distance| *distance <= limit)
}

/// The Jaro-Winkler similarity, in thousandths: a common head counts more than a common tail.
pub(super) fn jaro_winkler(left: &[u8], right: &[u8]) -> u32 {
    if left.is_empty() || right.is_empty() {
        return 0;
    }
    let window = (left.len().max(right.len()) / 2).saturating_sub(1);
    let mut taken = vec![false; right.len()];
    let mut matched_left = Vec::with_capacity(left.len());
    for (at, l) in left.iter().enumerate() {
        let near = right.iter().zip(&mut taken).enumerate();
        let near = near
            .skip(at.saturating_sub(window))
            .take_while(|(j, _)| *j <= at + window);
        for (_, (r, taken)) in near {
            if !*taken && l.eq_ignore_ascii_case(r) {
                *taken = true;
                matched_left.push(l);
                break;
            }
        }
    }
    let matches = matched_left.len();
    if matches == 0 {
        return 0;
    }
    let matched_right = right
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| **taken)
        .map(|(r, _)| r);
    let moved = matched_left
        .iter()
        .zip(matched_right)
        .filter(|(l, r)| !l.eq_ignore_ascii_case(r));
    let in_order = matches - moved.count() / 2;
    let share = |part: usize, whole: usize| part * 1000 / whole;
    let jaro =
        (share(matches, left.len()) + share(matches, right.len()) + share(in_order, matches)) / 3;
    let boost = common_head(left, right).min(4) * (1000 - jaro) / 10;
    u32::try_from(jaro + boost).unwrap_or(1000)
}

/// Which letters and digits a text has, as bits.
fn letters(text: &[u8]) -> u64 {
    text.iter().fold(0, |bits, byte| {
        bits | 1 << (byte.to_ascii_lowercase() & 0x3f)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_edit_is_told_apart() {
        let edit = |typed: &str| single_edit(typed.as_bytes(), b"getobject");
        assert_eq!(edit("GetObject"), Some(Edit::None));
        assert_eq!(edit("getobjcet"), Some(Edit::Swapped));
        assert_eq!(edit("getobjec"), Some(Edit::Dropped));
        assert_eq!(edit("gettobject"), Some(Edit::Doubled));
        assert_eq!(edit("getobjext"), Some(Edit::Replaced));
        assert_eq!(edit("getobjxect"), Some(Edit::Added));
        assert_eq!(edit("putobject"), None);
    }

    #[test]
    fn osa_counts_a_swap_once_and_stops_at_its_limit() {
        assert_eq!(osa(b"xgetobjcet", b"getobject", 3), Some(2));
        assert_eq!(osa(b"putobject", b"getobject", 3), Some(2));
        assert_eq!(osa(b"kitten", b"sitting", 3), Some(3));
        assert_eq!(osa(b"kitten", b"sitting", 2), None);
    }

    #[test]
    fn jaro_winkler_is_rounded_down() {
        assert_eq!(jaro_winkler(b"martha", b"marhta"), 960);
        assert_eq!(jaro_winkler(b"abc", b"xyz"), 0);
        assert_eq!(jaro_winkler(b"same", b"same"), 1000);
    }
}
