//! AWS Backup: vaults, and what can be granted on them.

mod backup_vault;

pub use self::backup_vault::BackupVault;
