//! Amazon EC2: volumes, and what can be granted on them.
