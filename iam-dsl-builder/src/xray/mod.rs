//! AWS X-Ray: traces, and what can be granted on them.
