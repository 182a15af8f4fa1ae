//! A small JSON reader that keeps where every value stands.
//!
//! It serves the macros and the command line, which must point at the offending text, and policy
//! documents, which must name duplicate keys: a map-building reader can do neither. It takes [RFC 8259](https://www.rfc-editor.org/rfc/rfc8259) and nothing
//! more, and nests at most [`MAX_DEPTH`] deep.
//!
//! ```
//! use iam_dsl_rules::json::{self, Value};
//!
//! let node = json::parse(r#"{ "Version": "2012-10-17" }"#)?;
//! let Value::Object(members) = &node.value else { unreachable!() };
//! assert_eq!(members[0].key, "Version");
//! assert_eq!(members[0].key_span.start, 2);
//! # Ok::<(), iam_dsl_rules::ReadError>(())
//! ```

mod duplicate;
mod node;
mod number;
mod parser;
mod position;
mod string;
mod unexpected;

pub use duplicate::reject_duplicates;
pub use node::{Member, Node, Span, Value};
pub use number::{InvalidNumber, Number};
pub use parser::parse;
pub use position::Position;

/// How deep arrays and objects may nest: far more than a policy has, far less than a stack holds.
///
/// ```
/// use iam_dsl_rules::json;
///
/// let deep = "[".repeat(json::MAX_DEPTH + 1);
/// assert!(json::parse(&deep).is_err());
/// ```
pub const MAX_DEPTH: usize = 64;
