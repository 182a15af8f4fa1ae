//! Amazon SNS: topics, and what can be granted on them.

mod topic;

pub use self::topic::Topic;
