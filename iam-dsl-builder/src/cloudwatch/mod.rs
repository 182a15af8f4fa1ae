//! Amazon CloudWatch: metrics, and what can be granted on them.

mod metrics;

pub use self::metrics::Metrics;
