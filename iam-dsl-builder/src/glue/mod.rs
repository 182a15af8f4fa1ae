//! AWS Glue: tables, and what can be granted on them.
//!
//! The tables of an account and region are in its Data Catalog, whose policy is about all of them.

mod catalog;
mod data;
mod table;

pub use self::{catalog::Catalog, table::Table};
