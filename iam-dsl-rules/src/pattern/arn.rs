//! ARN patterns, compared segment by segment.
//!
//! A wildcard does not cross the first five colons. Patterns with fewer segments exist in the
//! wild; one that ends in `*` covers whatever segments follow.

use super::relation::{covers, ends_fit, is_text, meets};
use super::symbol::{Symbol, of_pieces, of_text};
use super::{Piece, glob};

/// `arn`, partition, service, region, account, resource.
const SEGMENTS: usize = 6;

/// Returns true when the ARN pattern matches the ARN: partition, service, region, account and
/// resource each by itself, case and all. Within the resource `*` crosses `:` and `/`.
///
/// AWS: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).
///
/// ```
/// use iam_dsl_rules::pattern::arn_matches;
///
/// assert!(arn_matches("arn:aws:s3:::reports/*", "arn:aws:s3:::reports/a:b/c"));
/// assert!(arn_matches("arn:aws:sqs:*:123456789012:*", "arn:aws:sqs:eu-west-1:123456789012:q"));
/// assert!(!arn_matches("arn:aws:s*:q", "arn:aws:sqs:eu-west-1:123456789012:q"));
/// assert!(arn_matches("arn:aws:s3*", "arn:aws:s3:::reports"), "a short pattern covers the rest");
/// assert!(arn_matches("*", "*"), "what actions without resource types are asked for");
/// ```
#[must_use]
pub fn arn_matches(pattern: &str, arn: &str) -> bool {
    let (mut pattern, mut arn) = (pattern, arn);
    for _ in 1..SEGMENTS {
        match (pattern.split_once(':'), arn.split_once(':')) {
            (Some((wanted, patterns)), Some((segment, segments))) => {
                if !glob(wanted, segment) {
                    return false;
                }
                (pattern, arn) = (patterns, segments);
            }
            (Some(_), None) => return false,
            (None, Some(_)) => return pattern.ends_with('*') && glob(pattern, arn),
            (None, None) => break,
        }
    }
    glob(pattern, arn)
}

/// Returns true when every ARN that `narrow` matches, `wide` matches too.
///
/// ```
/// use iam_dsl_rules::pattern::arn_subsumes;
///
/// assert!(arn_subsumes("arn:aws:s3:::a*", "arn:aws:s3:::a/b*"));
/// assert!(!arn_subsumes("arn:aws:s3:::a/*", "arn:aws:s3:::a*"));
/// assert!(arn_subsumes("*", "arn:aws:s3:::a"));
/// ```
#[must_use]
pub fn arn_subsumes(wide: &str, narrow: &str) -> bool {
    if is_text(narrow) {
        return arn_matches(wide, narrow);
    }
    ends_fit(wide, narrow) && symbols_subsume(&of_text(wide, false), &of_text(narrow, false))
}

/// Returns true when some ARN matches both patterns.
///
/// ```
/// use iam_dsl_rules::pattern::arn_overlaps;
///
/// assert!(arn_overlaps("arn:aws:s3:::a*", "arn:*:s3:::*b"));
/// assert!(!arn_overlaps("arn:aws:s3:::a*", "arn:aws:sns:*:*:*"));
/// ```
#[must_use]
pub fn arn_overlaps(left: &str, right: &str) -> bool {
    let (left, right) = (of_text(left, false), of_text(right, false));
    compare(&Segments::of(&left), &Segments::of(&right), &meets)
        || compare(&Segments::of(&right), &Segments::of(&left), &meets)
}

/// [`arn_subsumes`] for texts of which parts are not known: such a part is covered by `*` and by
/// the same unknown part.
#[must_use]
pub fn arn_pieces_subsume(wide: &[Piece<'_>], narrow: &[Piece<'_>]) -> bool {
    symbols_subsume(&of_pieces(wide), &of_pieces(narrow))
}

fn symbols_subsume(wide: &[Symbol<'_>], narrow: &[Symbol<'_>]) -> bool {
    compare(&Segments::of(wide), &Segments::of(narrow), &covers)
}

/// A pattern and where its first five colons are.
struct Segments<'a> {
    symbols: &'a [Symbol<'a>],
    colons: Vec<usize>,
}

impl<'a> Segments<'a> {
    fn of(symbols: &'a [Symbol<'a>]) -> Self {
        let colons = symbols
            .iter()
            .enumerate()
            .filter(|(_, symbol)| **symbol == Symbol::Literal(':'))
            .map(|(place, _)| place)
            .take(SEGMENTS - 1)
            .collect();
        Self { symbols, colons }
    }

    fn count(&self) -> usize {
        self.colons.len() + 1
    }

    /// Returns true when the pattern covers segments that it does not name.
    fn is_open(&self) -> bool {
        self.count() < SEGMENTS && self.symbols.last() == Some(&Symbol::Any)
    }

    /// The segment `index`, and everything from there on.
    fn segment(&self, index: usize) -> (&'a [Symbol<'a>], &'a [Symbol<'a>]) {
        let start = match index.checked_sub(1) {
            None => 0,
            Some(before) => self
                .colons
                .get(before)
                .map_or(self.symbols.len(), |colon| colon + 1),
        };
        let end = self
            .colons
            .get(index)
            .copied()
            .unwrap_or(self.symbols.len());
        let rest = self.symbols.get(start..).unwrap_or(&[]);
        (self.symbols.get(start..end).unwrap_or(&[]), rest)
    }
}

/// Compares segment by segment, the last one of an open `left` with all that is left of `right`.
fn compare(
    left: &Segments<'_>,
    right: &Segments<'_>,
    holds: &dyn Fn(&[Symbol<'_>], &[Symbol<'_>]) -> bool,
) -> bool {
    let last = left.count() - 1;
    let fits = if left.is_open() {
        left.count() <= right.count()
    } else {
        left.count() == right.count() && !right.is_open()
    };
    let mut each = (0..last).map(|index| (left.segment(index).0, right.segment(index).0));
    fits && each.all(|(left, right)| holds(left, right))
        && holds(left.segment(last).1, right.segment(last).1)
}
