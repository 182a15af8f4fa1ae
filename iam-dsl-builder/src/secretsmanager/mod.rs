//! AWS Secrets Manager: secrets, and what can be granted on them.

mod secret;

pub use self::secret::Secret;
