//! Amazon API Gateway: APIs, their methods and routes, and API keys, and what can be granted on them.
