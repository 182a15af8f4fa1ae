//! AWS X-Ray: traces, and what can be granted on them.

mod traces;

pub use self::traces::Traces;
