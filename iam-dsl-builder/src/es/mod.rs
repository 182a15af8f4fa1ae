//! Amazon OpenSearch Service: domains, and what can be granted on them.
