//! Amazon MQ: brokers, and what can be granted on them.
//!
//! IAM policies decide who manages brokers. Who sends and receives messages is decided by the broker: even where a
//! broker knows its users by their IAM roles, its own configuration says what each may do. So there is no grant of messages
//! here.

mod broker;

pub use self::broker::Broker;
