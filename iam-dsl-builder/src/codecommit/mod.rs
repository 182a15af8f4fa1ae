//! AWS CodeCommit: repositories, and what can be granted on them.
