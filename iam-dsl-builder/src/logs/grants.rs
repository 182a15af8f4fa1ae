//! What can be granted on a log group.

use crate::{
    aws,
    grant::{Entry, Permission},
};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// The streams of the group.
    Streams,
    /// The group and its streams.
    GroupAndStreams,
}

/// Listing all groups of the account (`DescribeLogGroups`, which CDK adds) is no part of reading one: it acts on no
/// resource of its own and would have to stand on `*`.
pub(super) const READ: Entry<Form> = Entry {
    method: "grant_read",
    purpose: "read events of",
    permissions: &[
        Permission {
            actions: &[
                aws::logs::FilterLogEvents,
                aws::logs::GetLogGroupFields,
                aws::logs::DescribeLogStreams,
            ],
            on: Form::GroupAndStreams,
        },
        Permission {
            actions: &[aws::logs::GetLogEvents],
            on: Form::Streams,
        },
    ],
};

pub(super) const WRITE: Entry<Form> = Entry {
    method: "grant_write",
    purpose: "write events to",
    permissions: &[Permission {
        actions: &[aws::logs::CreateLogStream, aws::logs::PutLogEvents],
        on: Form::Streams,
    }],
};
