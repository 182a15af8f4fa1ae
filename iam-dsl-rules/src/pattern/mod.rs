//! Patterns with `*` and `?`: what they match, which covers which, which meet.
//!
//! `*` stands for any text, also none; `?` for one character. Everything else is literal:
//! policy variables are not looked at here.
//!
//! ```
//! use iam_dsl_rules::pattern;
//!
//! assert!(pattern::glob("reports/*.csv", "reports/2026/q1.csv"));
//! assert!(pattern::subsumes("a*", "a?c*"));
//! assert!(pattern::overlaps("a*", "*b"));
//! ```

mod arn;
mod glob;
mod piece;
mod relation;
mod symbol;

pub use arn::{arn_matches, arn_overlaps, arn_pieces_subsume, arn_subsumes};
pub use glob::{glob, glob_ignore_case};
pub use piece::Piece;
pub use relation::{ends_fit, overlaps, overlaps_ignore_case, subsumes, subsumes_ignore_case};
