//! AWS CodeDeploy: deployment groups, and what can be granted on them.
