//! Queues.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "queue",
    kind: "AWS::SQS::Queue",
    arn: ArnForm::regional("sqs", ""),
    policy: PolicySupport::ByArn,
    key_via: Some("sqs"),
    forms: &[On::Itself],
};

/// A queue: who may send and receive, and its own policy.
///
/// A queue is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::sqs;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = sqs::Queue::new(&env, "orders");
///
/// // A topic's messages come from a service, which has no policy of its own: the queue's admits it.
/// orders.grant_send_messages(service_principal!("sns.amazonaws.com"))?;
/// assert!(orders.policy().to_json().contains(r#""Principal":{"Service":"sns.amazonaws.com"}"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Queue {
    handle: Handle,
}

handle_methods!(Queue, "queue");
named_methods!(
    Queue,
    "queue",
    "sqs::Queue",
    "orders",
    "arn:aws:sqs:us-east-1:123456789012:orders"
);
policy_methods!(Queue, "queue");
key_methods!(Queue, "queue", "sqs::Queue::named(\"orders\")");
action_methods!(
    Queue,
    "queue",
    "sqs::Queue::named(\"orders\")",
    sqs::ListDeadLetterSourceQueues
);

impl Queue {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Queue {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Queue with policy, "queue", "sqs::Queue::named(\"orders\")", "queue `orders`";

    // Clients know a queue by its URL, and read its attributes to send or receive in batches that fit.
    // A sender decrypts the data key that it was given, to check it:
    // <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html>
    grant_send_messages => "send messages to" {
        Itself: [sqs::SendMessage, sqs::GetQueueAttributes, sqs::GetQueueUrl];
        key: [GenerateDataKey, Decrypt]
    }
    grant_consume_messages => "receive and delete messages of" {
        Itself: [
            sqs::ReceiveMessage,
            sqs::ChangeMessageVisibility,
            sqs::DeleteMessage,
            sqs::GetQueueAttributes,
            sqs::GetQueueUrl,
        ];
        key: [Decrypt]
    }
    grant_purge => "delete all messages of" {
        Itself: [sqs::PurgeQueue, sqs::GetQueueAttributes, sqs::GetQueueUrl],
    }
}
