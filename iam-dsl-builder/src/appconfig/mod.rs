//! AWS AppConfig: environments, and what can be granted on them.
