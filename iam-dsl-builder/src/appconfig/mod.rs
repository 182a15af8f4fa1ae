//! AWS AppConfig: environments, and what can be granted on them.

mod environment;

pub use self::environment::Environment;
