//! Amazon MSK: clusters, their topics and consumer groups, and what can be granted on them.
//!
//! These grants are for clusters whose clients authenticate with IAM. See AWS's page on
//! [IAM access control](https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html).

mod cluster;
mod topic;

pub use self::{cluster::Cluster, topic::Topic};
