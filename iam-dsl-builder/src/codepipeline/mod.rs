//! AWS CodePipeline: pipelines and their approvals, and what can be granted on them.
