//! What can be granted on a table.

use crate::{
    aws,
    grant::{Entry, Permission},
};

#[derive(Clone, Copy, Debug)]
pub(crate) enum Form {
    /// The table.
    Table,
    /// The table and the indexes that are granted with it.
    TableAndIndexes,
}

const READ_ITEMS: Permission<Form> = Permission {
    actions: &[
        aws::dynamodb::BatchGetItem,
        aws::dynamodb::GetItem,
        aws::dynamodb::ConditionCheckItem,
    ],
    on: Form::Table,
};

const READ_INDEXED: Permission<Form> = Permission {
    actions: &[aws::dynamodb::Query, aws::dynamodb::Scan],
    on: Form::TableAndIndexes,
};

/// Writing includes deleting: `BatchWriteItem` deletes as well as it puts.
const WRITE_ITEMS: Permission<Form> = Permission {
    actions: &[
        aws::dynamodb::BatchWriteItem,
        aws::dynamodb::PutItem,
        aws::dynamodb::UpdateItem,
        aws::dynamodb::DeleteItem,
    ],
    on: Form::Table,
};

/// The SDKs' object mappers look the table's keys up before they read or write.
const DESCRIBE: Permission<Form> = Permission {
    actions: &[aws::dynamodb::DescribeTable],
    on: Form::Table,
};

pub(super) const READ_DATA: Entry<Form> = Entry {
    method: "grant_read_data",
    purpose: "read items of",
    permissions: &[READ_ITEMS, READ_INDEXED, DESCRIBE],
};

pub(super) const WRITE_DATA: Entry<Form> = Entry {
    method: "grant_write_data",
    purpose: "write and delete items of",
    permissions: &[WRITE_ITEMS, DESCRIBE],
};

pub(super) const READ_WRITE_DATA: Entry<Form> = Entry {
    method: "grant_read_write_data",
    purpose: "read, write and delete items of",
    permissions: &[READ_ITEMS, READ_INDEXED, WRITE_ITEMS, DESCRIBE],
};
