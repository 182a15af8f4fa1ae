//! Amazon ECR Public: the token that clients log in with, and what can be granted on them.
