//! Amazon ECS: clusters and task definitions, and what can be granted on them.

mod cluster;
mod task_definition;

pub use self::cluster::Cluster;
pub use self::task_definition::TaskDefinition;
