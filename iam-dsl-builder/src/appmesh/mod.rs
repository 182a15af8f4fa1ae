//! AWS App Mesh: virtual gateways and nodes, and what can be granted on them.
