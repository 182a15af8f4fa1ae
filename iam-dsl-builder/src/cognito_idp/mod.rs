//! Amazon Cognito: user pools, and what can be granted on them.
