//! Amazon S3: buckets, objects, access points, and what can be granted on them.
//!
//! A bucket and its objects are two resources. Each grant puts each action on the one that it acts on. Writing leaves
//! deleting out, which `grant_delete` lets do; reading is of the current version, unless `grant_read_versions` is said.

mod access_point;
mod bucket;
mod grants;
mod objects;
mod replication;

pub use self::{access_point::AccessPoint, bucket::Bucket, objects::Objects};
