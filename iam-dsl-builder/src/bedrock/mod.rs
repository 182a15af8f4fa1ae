//! Amazon Bedrock: models, and what can be granted on them.
