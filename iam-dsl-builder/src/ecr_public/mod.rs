//! Amazon ECR Public: the token that clients log in with, and what can be granted on them.

mod authorization_token;

pub use self::authorization_token::AuthorizationToken;
