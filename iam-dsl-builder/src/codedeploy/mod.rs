//! AWS CodeDeploy: deployment groups, and what can be granted on them.

mod deployment_group;

pub use self::deployment_group::DeploymentGroup;
