//! Amazon Athena: workgroups, and what can be granted on them.
