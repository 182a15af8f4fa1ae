//! Amazon Data Firehose: delivery streams, and what can be granted on them.
