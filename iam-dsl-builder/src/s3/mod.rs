//! Amazon S3: buckets, their objects, and what can be granted on them.
//!
//! | grant | lets do | actions |
//! |---|---|---|
//! | `grant_read` | read and list objects | `s3:GetObject` on the objects, `s3:ListBucket` on the bucket |
//! | `grant_get` | read objects whose keys are known | `s3:GetObject` on the objects |
//! | `grant_write`, `grant_put` | write objects, not delete them | `s3:PutObject`, `s3:AbortMultipartUpload` on the objects |
//! | `grant_read_write` | both | the actions of both |
//! | `grant_delete` | delete objects | `s3:DeleteObject` on the objects |
//!
//! [`Bucket`] grants all of its objects, [`Objects`] those whose keys match a pattern.

mod bucket;
mod grants;
mod objects;

pub use self::{bucket::Bucket, objects::Objects};
