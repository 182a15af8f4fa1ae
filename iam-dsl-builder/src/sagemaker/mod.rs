//! Amazon SageMaker AI: endpoints and pipelines, and what can be granted on them.
