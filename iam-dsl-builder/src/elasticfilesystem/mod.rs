//! Amazon EFS: file systems, and what can be granted on them.
