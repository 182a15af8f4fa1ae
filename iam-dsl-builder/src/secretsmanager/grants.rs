//! What can be granted on a secret.

use crate::{
    aws,
    grant::{Entry, Permission},
};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// The secret.
    Secret,
}

pub(super) const READ: Entry<Form> = Entry {
    method: "grant_read",
    purpose: "read the value of",
    permissions: &[Permission {
        actions: &[
            aws::secretsmanager::GetSecretValue,
            aws::secretsmanager::DescribeSecret,
        ],
        on: Form::Secret,
    }],
};

pub(super) const WRITE: Entry<Form> = Entry {
    method: "grant_write",
    purpose: "write the value of",
    permissions: &[Permission {
        actions: &[
            aws::secretsmanager::PutSecretValue,
            aws::secretsmanager::UpdateSecret,
            aws::secretsmanager::UpdateSecretVersionStage,
        ],
        on: Form::Secret,
    }],
};
