//! Amazon S3 Tables: table buckets and tables, and what can be granted on them.
//!
//! A reader of an Apache Iceberg table asks where its metadata is and reads data and metadata; a writer does that too, writes
//! both, and then says where the new metadata is.

mod table;
mod table_bucket;

pub use self::{table::Table, table_bucket::TableBucket};
