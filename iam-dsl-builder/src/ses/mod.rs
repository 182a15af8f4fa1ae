//! Amazon SES: identities that send, and what can be granted on them.

mod identity;

pub use self::identity::Identity;
