//! AWS Systems Manager: parameters, and what can be granted on them.
