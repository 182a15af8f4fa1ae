//! Amazon ECR: repositories, and the token that clients log in with, and what can be granted on them.
