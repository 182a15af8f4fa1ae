//! AWS CodeCommit: repositories, and what can be granted on them.

mod repository;

pub use self::repository::Repository;
