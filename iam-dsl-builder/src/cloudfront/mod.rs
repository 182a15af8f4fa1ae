//! Amazon CloudFront: distributions, and what can be granted on them.
