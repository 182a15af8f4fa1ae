//! Amazon CloudWatch Logs: log groups, and what can be granted on them.

mod log_group;

pub use self::log_group::LogGroup;
