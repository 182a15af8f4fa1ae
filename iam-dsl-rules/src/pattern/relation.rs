//! Does one pattern cover another? Do two meet?

use super::symbol::{Symbol, of_text};
use super::{glob, glob_ignore_case};

/// Returns true when every text that `narrow` matches, `wide` matches too.
///
/// The answer is exact.
///
/// ```
/// use iam_dsl_rules::pattern::subsumes;
///
/// assert!(subsumes("?*", "*a"));
/// assert!(!subsumes("*a*", "*"));
/// ```
#[must_use]
pub fn subsumes(wide: &str, narrow: &str) -> bool {
    if is_text(narrow) {
        return glob(wide, narrow);
    }
    ends_fit(wide, narrow) && covers(&of_text(wide, false), &of_text(narrow, false))
}

/// [`subsumes`], ASCII letters in either case.
///
/// ```
/// use iam_dsl_rules::pattern::subsumes_ignore_case;
///
/// assert!(subsumes_ignore_case("get*", "GetObject"));
/// ```
#[must_use]
pub fn subsumes_ignore_case(wide: &str, narrow: &str) -> bool {
    if is_text(narrow) {
        return glob_ignore_case(wide, narrow);
    }
    ends_fit(wide, narrow) && covers(&of_text(wide, true), &of_text(narrow, true))
}

/// Returns true when some text matches both patterns.
///
/// The answer is exact.
///
/// ```
/// use iam_dsl_rules::pattern::overlaps;
///
/// assert!(overlaps("a*", "*b"));
/// assert!(!overlaps("a?", "a"));
/// ```
#[must_use]
pub fn overlaps(left: &str, right: &str) -> bool {
    heads_meet(left, right) && meets(&of_text(left, false), &of_text(right, false))
}

/// [`overlaps`], ASCII letters in either case.
///
/// ```
/// use iam_dsl_rules::pattern::overlaps_ignore_case;
///
/// assert!(overlaps_ignore_case("GET*", "*object"));
/// ```
#[must_use]
pub fn overlaps_ignore_case(left: &str, right: &str) -> bool {
    heads_meet(left, right) && meets(&of_text(left, true), &of_text(right, true))
}

/// Returns false for most pairs that do not overlap, and costs next to nothing: up to the first wildcard of either, they
/// must be the same, whatever their case.
fn heads_meet(left: &str, right: &str) -> bool {
    let is_wildcard = |byte: u8| byte == b'*' || byte == b'?';
    for (left, right) in left.bytes().zip(right.bytes()) {
        if is_wildcard(left) || is_wildcard(right) {
            return true;
        }
        if !left.eq_ignore_ascii_case(&right) {
            return false;
        }
    }
    true
}

/// Returns true for a pattern that matches one text only: covering it is matching that text.
pub(super) fn is_text(pattern: &str) -> bool {
    !pattern.contains(['*', '?'])
}

/// Returns false for most of what `wide` does not cover, and costs next to nothing: the literal
/// ends of `wide` must be ends of `narrow` too, whatever their case.
///
/// ```
/// use iam_dsl_rules::pattern::ends_fit;
///
/// assert!(!ends_fit("arn:aws:s3:::a/*", "arn:aws:s3:::b/*"));
/// ```
#[must_use]
pub fn ends_fit(wide: &str, narrow: &str) -> bool {
    // `$` and `}` may belong to variables, where literal text ends as well.
    let head = wide.split(['*', '?', '$']).next().unwrap_or("").as_bytes();
    let tail = wide.rsplit(['*', '?', '}']).next().unwrap_or("").as_bytes();
    let narrow = narrow.as_bytes();
    let starts = narrow.get(..head.len());
    let ends = narrow
        .len()
        .checked_sub(tail.len())
        .and_then(|at| narrow.get(at..));
    starts.is_some_and(|starts| starts.eq_ignore_ascii_case(head))
        && ends.is_some_and(|ends| ends.eq_ignore_ascii_case(tail))
}

/// A run of wildcards in a row, or one symbol that is none.
enum Step<'a> {
    Exactly(Symbol<'a>),
    /// `*` with so many `?` beside it: text of at least that length.
    AtLeast(usize),
}

/// Walks `wide` and keeps the set of places in `narrow` that it may have reached.
///
/// What `*` of `narrow` stands for can hold a character that `wide` does not name and be longer
/// than `wide`, so only a `*` of `wide` can take it in; with runs such as `?*` seen as one step,
/// taking `narrow` in symbol by symbol is not only enough but needed.
pub(super) fn covers(wide: &[Symbol<'_>], narrow: &[Symbol<'_>]) -> bool {
    let shortest = shortest_lengths(narrow);
    let mut reached = vec![false; narrow.len() + 1];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    for step in steps(wide) {
        reached = match step {
            Step::Exactly(symbol) => after_symbol(symbol, narrow, &reached),
            Step::AtLeast(length) => after_run(length, &shortest, &reached),
        };
    }
    reached.last() == Some(&true)
}

fn steps<'a>(pattern: &[Symbol<'a>]) -> Vec<Step<'a>> {
    let is_wildcard = |symbol: &Symbol<'_>| matches!(symbol, Symbol::One | Symbol::Any);
    let mut steps = Vec::with_capacity(pattern.len());
    for chunk in pattern.chunk_by(|left, right| is_wildcard(left) && is_wildcard(right)) {
        if chunk.contains(&Symbol::Any) {
            let ones = chunk.iter().filter(|symbol| **symbol == Symbol::One);
            steps.push(Step::AtLeast(ones.count()));
        } else {
            steps.extend(chunk.iter().copied().map(Step::Exactly));
        }
    }
    steps
}

/// The least number of characters before each place.
fn shortest_lengths(pattern: &[Symbol<'_>]) -> Vec<usize> {
    let mut lengths = vec![0];
    let mut length = 0;
    for symbol in pattern {
        length += usize::from(matches!(symbol, Symbol::Literal(_) | Symbol::One));
        lengths.push(length);
    }
    lengths
}

fn after_symbol(step: Symbol<'_>, narrow: &[Symbol<'_>], reached: &[bool]) -> Vec<bool> {
    let matches = |symbol: &Symbol<'_>| match step {
        Symbol::One => matches!(symbol, Symbol::Literal(_) | Symbol::One),
        _ => *symbol == step,
    };
    let taken = narrow
        .iter()
        .zip(reached)
        .map(|(symbol, &here)| here && matches(symbol));
    std::iter::once(false).chain(taken).collect()
}

fn after_run(length: usize, shortest: &[usize], reached: &[bool]) -> Vec<bool> {
    let Some(first) = reached.iter().position(|&here| here) else {
        return vec![false; reached.len()];
    };
    let least = shortest
        .get(first)
        .map_or(usize::MAX, |before| before + length);
    shortest
        .iter()
        .enumerate()
        .map(|(place, &before)| place >= first && before >= least)
        .collect()
}

/// Walks `left` and keeps the set of places in `right` that some text reaches with it.
pub(super) fn meets(left: &[Symbol<'_>], right: &[Symbol<'_>]) -> bool {
    let mut reached = vec![false; right.len() + 1];
    if let Some(start) = reached.first_mut() {
        *start = true;
    }
    skip_any(right, &mut reached);
    for &step in left {
        let mut next = vec![false; reached.len()];
        for (place, symbol) in right.iter().enumerate() {
            if reached.get(place) != Some(&true) {
                continue;
            }
            let (stays, moves) = advance(step, *symbol);
            if stays && let Some(here) = next.get_mut(place) {
                *here = true;
            }
            if moves && let Some(after) = next.get_mut(place + 1) {
                *after = true;
            }
        }
        if step == Symbol::Any {
            spread(&mut next, &reached);
        }
        reached = next;
        skip_any(right, &mut reached);
    }
    reached.last() == Some(&true)
}

/// Whether `step` may be taken within `symbol`, and whether together with it.
fn advance(step: Symbol<'_>, symbol: Symbol<'_>) -> (bool, bool) {
    match (step, symbol) {
        (Symbol::Any, _) => (false, false),
        (_, Symbol::Any) => (true, false),
        (Symbol::One, Symbol::One | Symbol::Literal(_)) | (Symbol::Literal(_), Symbol::One) => {
            (false, true)
        }
        (step, symbol) => (false, step == symbol),
    }
}

/// `*` of the left reaches every place from the first one reached on.
fn spread(next: &mut [bool], reached: &[bool]) {
    let first = reached
        .iter()
        .position(|&here| here)
        .unwrap_or(reached.len());
    for place in next.iter_mut().skip(first) {
        *place = true;
    }
}

/// A `*` of the right may stand for nothing.
fn skip_any(right: &[Symbol<'_>], reached: &mut [bool]) {
    for (place, symbol) in right.iter().enumerate() {
        if *symbol == Symbol::Any
            && reached.get(place) == Some(&true)
            && let Some(after) = reached.get_mut(place + 1)
        {
            *after = true;
        }
    }
}
