//! Amazon MQ: brokers, and what can be granted on them.
//!
//! IAM decides who manages brokers. Who sends and receives messages is decided by the broker: by its users, or by what they
//! are in a directory. So there is no grant of messages here.

mod broker;

pub use self::broker::Broker;
