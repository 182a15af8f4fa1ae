//! What can be granted on a bucket.

use crate::{
    Action, aws,
    grant::{Entry, Permission},
};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// The bucket, as far as listing these objects goes.
    Listing,
    /// The objects.
    Objects,
}

const LIST: Permission<Form> = Permission {
    actions: &[aws::s3::ListBucket],
    on: Form::Listing,
};

const GET_OBJECT: Permission<Form> = Permission {
    actions: &[aws::s3::GetObject],
    on: Form::Objects,
};

/// Aborting is part of writing: a large object is uploaded in parts, and a failed upload is cleaned up so.
const PUT: &[Action] = &[aws::s3::PutObject, aws::s3::AbortMultipartUpload];

pub(super) const READ: Entry<Form> = Entry {
    method: "grant_read",
    purpose: "read and list objects of",
    permissions: &[LIST, GET_OBJECT],
};

pub(super) const GET: Entry<Form> = Entry {
    method: "grant_get",
    purpose: "read objects of",
    permissions: &[GET_OBJECT],
};

pub(super) const WRITE: Entry<Form> = Entry {
    method: "grant_write",
    purpose: "write objects of",
    permissions: &[Permission {
        actions: PUT,
        on: Form::Objects,
    }],
};

pub(super) const PUT_ONLY: Entry<Form> = Entry {
    method: "grant_put",
    ..WRITE
};

pub(super) const READ_WRITE: Entry<Form> = Entry {
    method: "grant_read_write",
    purpose: "read, list and write objects of",
    permissions: &[
        LIST,
        GET_OBJECT,
        Permission {
            actions: PUT,
            on: Form::Objects,
        },
    ],
};

pub(super) const DELETE: Entry<Form> = Entry {
    method: "grant_delete",
    purpose: "delete objects of",
    permissions: &[Permission {
        actions: &[aws::s3::DeleteObject],
        on: Form::Objects,
    }],
};
