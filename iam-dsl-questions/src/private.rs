//! What the macros expand to. Not for use by hand: it changes without notice.

pub use crate::assertion::{assert_allows, assert_denies, context_values, question};
