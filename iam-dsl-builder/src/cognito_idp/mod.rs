//! Amazon Cognito: user pools, and what can be granted on them.

mod user_pool;

pub use self::user_pool::UserPool;
