//! AWS Backup: vaults, and what can be granted on them.
