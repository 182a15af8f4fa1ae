//! What can be granted on a queue.

use crate::{
    aws,
    grant::{Entry, Permission},
};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// The queue.
    Queue,
}

/// Clients know a queue by its URL, and read its attributes to send or receive in batches that fit.
const FIND: Permission<Form> = Permission {
    actions: &[aws::sqs::GetQueueAttributes, aws::sqs::GetQueueUrl],
    on: Form::Queue,
};

pub(super) const SEND_MESSAGES: Entry<Form> = Entry {
    method: "grant_send_messages",
    purpose: "send messages to",
    permissions: &[
        Permission {
            actions: &[aws::sqs::SendMessage],
            on: Form::Queue,
        },
        FIND,
    ],
};

pub(super) const CONSUME_MESSAGES: Entry<Form> = Entry {
    method: "grant_consume_messages",
    purpose: "receive and delete messages of",
    permissions: &[
        Permission {
            actions: &[
                aws::sqs::ReceiveMessage,
                aws::sqs::ChangeMessageVisibility,
                aws::sqs::DeleteMessage,
            ],
            on: Form::Queue,
        },
        FIND,
    ],
};

pub(super) const PURGE: Entry<Form> = Entry {
    method: "grant_purge",
    purpose: "delete all messages of",
    permissions: &[
        Permission {
            actions: &[aws::sqs::PurgeQueue],
            on: Form::Queue,
        },
        FIND,
    ],
};
