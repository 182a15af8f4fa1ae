//! Amazon SQS: queues, and what can be granted on them.
//!
//! | grant | lets do | actions |
//! |---|---|---|
//! | `grant_send_messages` | send messages | `sqs:SendMessage`, `sqs:GetQueueAttributes`, `sqs:GetQueueUrl` |
//! | `grant_consume_messages` | receive and delete messages | `sqs:ReceiveMessage`, `sqs:ChangeMessageVisibility`, `sqs:DeleteMessage`, `sqs:GetQueueAttributes`, `sqs:GetQueueUrl` |
//! | `grant_purge` | delete all messages | `sqs:PurgeQueue`, `sqs:GetQueueAttributes`, `sqs:GetQueueUrl` |

mod grants;
mod queue;

pub use self::queue::Queue;
