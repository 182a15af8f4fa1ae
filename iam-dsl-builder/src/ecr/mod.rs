//! Amazon ECR: repositories, and the token that clients log in with, and what can be granted on them.

mod authorization_token;
mod repository;

pub use self::authorization_token::AuthorizationToken;
pub use self::repository::Repository;
