//! Amazon CloudWatch: metrics, and what can be granted on them.
