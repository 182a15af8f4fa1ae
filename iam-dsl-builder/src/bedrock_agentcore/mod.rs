//! Amazon Bedrock AgentCore: runtimes, memories, gateways and what agents use, and what can be granted on them.

mod api_key_credential_provider;
mod browser_custom;
mod code_interpreter_custom;
mod engine_policy;
mod evaluator;
mod gateway;
mod gateway_target;
mod memory;
mod oauth2_credential_provider;
mod online_evaluation_config;
mod policies;
mod policy_engine;
mod runtime;
mod runtime_endpoint;
mod self_managed_memory_strategy;
mod workload_identity;

pub use self::{
    api_key_credential_provider::ApiKeyCredentialProvider, browser_custom::BrowserCustom,
    code_interpreter_custom::CodeInterpreterCustom, engine_policy::EnginePolicy,
    evaluator::Evaluator, gateway::Gateway, gateway_target::GatewayTarget, memory::Memory,
    oauth2_credential_provider::OAuth2CredentialProvider,
    online_evaluation_config::OnlineEvaluationConfig, policy_engine::PolicyEngine,
    runtime::Runtime, runtime_endpoint::RuntimeEndpoint,
    self_managed_memory_strategy::SelfManagedMemoryStrategy, workload_identity::WorkloadIdentity,
};
