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

pub(super) const READ: Entry<Form> = Entry {
    method: "grant_read",
    purpose: "read events of",
    permissions: &[Permission {
        actions: &[
            aws::logs::FilterLogEvents,
            aws::logs::GetLogEvents,
            aws::logs::GetLogGroupFields,
            aws::logs::DescribeLogGroups,
            aws::logs::DescribeLogStreams,
        ],
        on: Form::GroupAndStreams,
    }],
};

pub(super) const WRITE: Entry<Form> = Entry {
    method: "grant_write",
    purpose: "write events to",
    permissions: &[Permission {
        actions: &[aws::logs::CreateLogStream, aws::logs::PutLogEvents],
        on: Form::Streams,
    }],
};
