//! AWS CodeBuild: report groups, and what can be granted on them.
