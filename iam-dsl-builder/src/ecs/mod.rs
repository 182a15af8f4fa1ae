//! Amazon ECS: clusters and task definitions, and what can be granted on them.
