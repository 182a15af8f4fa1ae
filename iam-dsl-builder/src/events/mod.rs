//! Amazon EventBridge: event buses, and what can be granted on them.
