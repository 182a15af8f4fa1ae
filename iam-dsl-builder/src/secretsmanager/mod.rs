//! AWS Secrets Manager: secrets, and what can be granted on them.
//!
//! | grant | lets do | actions |
//! |---|---|---|
//! | `grant_read` | read the value | `secretsmanager:GetSecretValue`, `secretsmanager:DescribeSecret` |
//! | `grant_write` | write the value | `secretsmanager:PutSecretValue`, `secretsmanager:UpdateSecret`, `secretsmanager:UpdateSecretVersionStage` |

mod grants;
mod secret;

pub use self::secret::Secret;
