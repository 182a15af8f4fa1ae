//! Amazon EventBridge Scheduler: groups of schedules, and what can be granted on them.
