//! Amazon SQS: queues, and what can be granted on them.

mod queue;

pub use self::queue::Queue;
