//! Amazon DynamoDB: tables, their items and streams, and what can be granted on them.

mod full_access;
mod items;
mod policy;
mod replication;
mod stream;
mod table;

pub use self::{items::Items, stream::Stream, table::Table};
