//! Amazon Route 53: hosted zones, and what can be granted on them.
