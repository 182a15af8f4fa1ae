//! Amazon MSK: clusters, their topics and consumer groups, and what can be granted on them.
