//! Amazon S3 Vectors: vector buckets and indexes, and what can be granted on them.
//!
//! Writing leaves deleting out, which `grant_delete` lets do.

mod grants;
mod index;
mod vector_bucket;

pub use self::{index::Index, vector_bucket::VectorBucket};
