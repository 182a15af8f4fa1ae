//! Amazon Bedrock AgentCore: runtimes, memories, gateways and what agents use, and what can be granted on them.
