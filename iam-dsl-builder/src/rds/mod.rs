//! Amazon RDS and Aurora: clusters, instances and proxies, and what can be granted on them.
