//! Patterns with `*` and `?`: what they match, which covers which, which meet.
//!
//! `*` stands for any text, also none; `?` for one character. Everything else is literal:
//! policy variables are not looked at here.
//!
//! ```
//! use iam_dsl_core::pattern;
//!
//! assert!(pattern::glob("reports/*.csv", "reports/2026/q1.csv"));
//! assert!(pattern::subsumes("a*", "a?c*"));
//! assert!(pattern::overlaps("a*", "*b"));
//! ```

mod arn;
mod glob;
mod relation;
mod symbol;

pub(crate) use arn::template_subsumes;
pub use arn::{arn_matches, arn_overlaps, arn_subsumes};
pub use glob::{glob, glob_ignore_case};
pub use relation::{overlaps, overlaps_ignore_case, subsumes, subsumes_ignore_case};
