//! Amazon S3 Vectors: vector buckets and indexes, and what can be granted on them.
