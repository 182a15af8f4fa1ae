//! AWS AppSync: GraphQL and event APIs, and what can be granted on them.
