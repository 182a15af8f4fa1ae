//! What the macros expand to. Not for use by hand: it changes without notice.

pub use iam_dsl_builder::__private::*;
#[cfg(feature = "evaluate")]
pub use iam_dsl_questions::__private::*;
