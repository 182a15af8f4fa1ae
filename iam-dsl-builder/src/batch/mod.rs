//! AWS Batch: job definitions and consumable resources, and what can be granted on them.
