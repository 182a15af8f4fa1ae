//! Amazon S3 Tables: table buckets and tables, and what can be granted on them.
