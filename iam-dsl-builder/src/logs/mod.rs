//! Amazon CloudWatch Logs: log groups, and what can be granted on them.
//!
//! | grant | lets do | actions |
//! |---|---|---|
//! | `grant_read` | read events | `logs:FilterLogEvents`, `logs:GetLogEvents`, `logs:GetLogGroupFields`, `logs:DescribeLogStreams` |
//! | `grant_write` | write events | `logs:CreateLogStream`, `logs:PutLogEvents` |

mod grants;
mod log_group;

pub use self::log_group::LogGroup;
