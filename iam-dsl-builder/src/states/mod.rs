//! AWS Step Functions: state machines and activities, and what can be granted on them.
