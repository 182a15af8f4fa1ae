//! AWS Glue: tables, and what can be granted on them.
