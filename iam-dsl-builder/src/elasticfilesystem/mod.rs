//! Amazon EFS: file systems, and what can be granted on them.

mod file_system;

pub use self::file_system::FileSystem;
