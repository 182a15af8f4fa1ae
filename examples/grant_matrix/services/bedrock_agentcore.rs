//! Runtimes, memories, gateways and what agents use.

use iam_dsl::{Action, bedrock_agentcore, prelude::*, s3, sns};

use super::key;
use crate::{
    grantees::env,
    matrix::{Call, Matrix, method, methods},
};

/// The action that single resources are granted with.
const TAGS: Action = aws::bedrock_agentcore::ListTagsForResource;

const fn tags(class: &'static str, cdk: &'static str) -> Call {
    method("bedrock_agentcore", class, "grant", Some(cdk)).variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    )
}

pub(crate) fn add(matrix: &mut Matrix) {
    identities(matrix);
    tools(matrix);
    evaluations(matrix);
    gateways(matrix);
    memories(matrix);
    policies(matrix);
    runtimes(matrix);
    strategies(matrix);
}

fn identities(matrix: &mut Matrix) {
    let api_key = bedrock_agentcore::ApiKeyCredentialProvider::new(&env(), "my-key");
    methods! {
        matrix, "bedrock_agentcore", "ApiKeyCredentialProvider", api_key.clone();
        grant_read = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantRead",
        grant_admin = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantAdmin",
        grant_use = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantUse",
        grant_full_access = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantFullAccess",
    }
    let row = tags(
        "ApiKeyCredentialProvider",
        "aws-bedrockagentcore.ApiKeyCredentialProvider.grant",
    );
    matrix.add(row, |grantee| api_key.grant(grantee, TAGS));
    let oauth = bedrock_agentcore::OAuth2CredentialProvider::new(&env(), "my-oauth");
    methods! {
        matrix, "bedrock_agentcore", "OAuth2CredentialProvider", oauth.clone();
        grant_read = "aws-bedrockagentcore.OAuth2CredentialProvider.grantRead",
        grant_admin = "aws-bedrockagentcore.OAuth2CredentialProvider.grantAdmin",
        grant_use = "aws-bedrockagentcore.OAuth2CredentialProvider.grantUse",
        grant_full_access = "aws-bedrockagentcore.OAuth2CredentialProvider.grantFullAccess",
    }
    let row = tags(
        "OAuth2CredentialProvider",
        "aws-bedrockagentcore.OAuth2CredentialProvider.grant",
    );
    matrix.add(row, |grantee| oauth.grant(grantee, TAGS));
    let identity = bedrock_agentcore::WorkloadIdentity::new(&env(), "my-wi");
    methods! {
        matrix, "bedrock_agentcore", "WorkloadIdentity", identity.clone();
        grant_read = "aws-bedrockagentcore.WorkloadIdentity.grantRead",
        grant_admin = "aws-bedrockagentcore.WorkloadIdentity.grantAdmin",
        grant_use = "aws-bedrockagentcore.WorkloadIdentity.grantUse",
        grant_full_access = "aws-bedrockagentcore.WorkloadIdentity.grantFullAccess",
    }
    let row = tags(
        "WorkloadIdentity",
        "aws-bedrockagentcore.WorkloadIdentity.grant",
    );
    matrix.add(row, |grantee| identity.grant(grantee, TAGS));
}

fn tools(matrix: &mut Matrix) {
    let browser = bedrock_agentcore::BrowserCustom::new(&env(), "br-1");
    methods! {
        matrix, "bedrock_agentcore", "BrowserCustom", browser.clone();
        grant_read = "aws-bedrockagentcore.BrowserCustom.grantRead",
        grant_use = "aws-bedrockagentcore.BrowserCustom.grantUse",
    }
    let row = tags("BrowserCustom", "aws-bedrockagentcore.BrowserCustom.grant");
    matrix.add(row, |grantee| browser.grant(grantee, TAGS));
    let interpreter = bedrock_agentcore::CodeInterpreterCustom::new(&env(), "ci-1");
    methods! {
        matrix, "bedrock_agentcore", "CodeInterpreterCustom", interpreter.clone();
        grant_read = "aws-bedrockagentcore.CodeInterpreterCustom.grantRead",
        grant_use = "aws-bedrockagentcore.CodeInterpreterCustom.grantUse",
        grant_invoke = "aws-bedrockagentcore.CodeInterpreterCustom.grantInvoke",
    }
    let row = tags(
        "CodeInterpreterCustom",
        "aws-bedrockagentcore.CodeInterpreterCustom.grant",
    );
    matrix.add(row, |grantee| interpreter.grant(grantee, TAGS));
}

fn evaluations(matrix: &mut Matrix) {
    let evaluator = bedrock_agentcore::Evaluator::new(&env(), "ev-1");
    let row = tags("Evaluator", "aws-bedrockagentcore.Evaluator.grant");
    matrix.add(row, |grantee| evaluator.grant(grantee, TAGS));
    let evaluation = bedrock_agentcore::OnlineEvaluationConfig::new(&env(), "oe-1");
    let row = tags(
        "OnlineEvaluationConfig",
        "aws-bedrockagentcore.OnlineEvaluationConfig.grant",
    );
    matrix.add(row, |grantee| evaluation.grant(grantee, TAGS));
}

fn gateways(matrix: &mut Matrix) {
    let gateway = bedrock_agentcore::Gateway::new(&env(), "gw-1");
    methods! {
        matrix, "bedrock_agentcore", "Gateway", gateway.clone();
        grant_read = "aws-bedrockagentcore.Gateway.grantRead",
        grant_manage = "aws-bedrockagentcore.Gateway.grantManage",
        grant_invoke = "aws-bedrockagentcore.Gateway.grantInvoke",
    }
    let row = tags("Gateway", "aws-bedrockagentcore.Gateway.grant");
    matrix.add(row, |grantee| gateway.grant(grantee, TAGS));
    let target = bedrock_agentcore::GatewayTarget::new(&env(), "gw-1", "t-1");
    methods! {
        matrix, "bedrock_agentcore", "GatewayTarget", target.clone();
        grant_read = "aws-bedrockagentcore.GatewayTarget.grantRead",
        grant_manage = "aws-bedrockagentcore.GatewayTarget.grantManage",
        grant_sync = "aws-bedrockagentcore.GatewayTarget.grantSync",
    }
    let row = tags("GatewayTarget", "aws-bedrockagentcore.GatewayTarget.grant");
    matrix.add(row, |grantee| target.grant(grantee, TAGS));
}

fn memories(matrix: &mut Matrix) {
    let memory = bedrock_agentcore::Memory::new(&env(), "mem-1");
    methods! {
        matrix, "bedrock_agentcore", "Memory", memory.clone();
        grant_write = "aws-bedrockagentcore.Memory.grantWrite",
        grant_read = "aws-bedrockagentcore.Memory.grantRead",
        grant_read_short_term_memory = "aws-bedrockagentcore.Memory.grantReadShortTermMemory",
        grant_read_long_term_memory = "aws-bedrockagentcore.Memory.grantReadLongTermMemory",
        grant_delete = "aws-bedrockagentcore.Memory.grantDelete",
        grant_delete_short_term_memory = "aws-bedrockagentcore.Memory.grantDeleteShortTermMemory",
        grant_delete_long_term_memory = "aws-bedrockagentcore.Memory.grantDeleteLongTermMemory",
        grant_admin = "aws-bedrockagentcore.Memory.grantAdmin",
        grant_full_access = "aws-bedrockagentcore.Memory.grantFullAccess",
    }
    let row = tags("Memory", "aws-bedrockagentcore.Memory.grant");
    matrix.add(row, |grantee| memory.grant(grantee, TAGS));
}

fn policies(matrix: &mut Matrix) {
    let gateway = bedrock_agentcore::Gateway::new(&env(), "gw-1");
    let engine = bedrock_agentcore::PolicyEngine::new(&env(), "pe-1");
    methods! {
        matrix, "bedrock_agentcore", "PolicyEngine", engine.clone();
        grant_read = "aws-bedrockagentcore.PolicyEngine.grantRead",
        grant_evaluate = "aws-bedrockagentcore.PolicyEngine.grantEvaluate",
    }
    let row = method(
        "bedrock_agentcore",
        "PolicyEngine",
        "grant_evaluate_for_gateway",
        Some("aws-bedrockagentcore.PolicyEngine.grantEvaluateForGateway"),
    )
    .variant(
        "plain",
        &[
            "$grantee",
            "Gateway arn:aws:bedrock-agentcore:us-east-1:123456789012:gateway/gw-1",
        ],
    );
    matrix.add(row, |grantee| {
        engine.grant_evaluate_for_gateway(grantee, &gateway)
    });
    let row = tags("PolicyEngine", "aws-bedrockagentcore.PolicyEngine.grant");
    matrix.add(row, |grantee| engine.grant(grantee, TAGS));
    let policy = bedrock_agentcore::EnginePolicy::new(&env(), "pe-1", "p-1");
    methods! {
        matrix, "bedrock_agentcore", "EnginePolicy", policy.clone();
        grant_read = "aws-bedrockagentcore.Policy.grantRead",
    }
    let row = tags("EnginePolicy", "aws-bedrockagentcore.Policy.grant");
    matrix.add(row, |grantee| policy.grant(grantee, TAGS));
}

fn runtimes(matrix: &mut Matrix) {
    let runtime = bedrock_agentcore::Runtime::new(&env(), "rt-1");
    methods! {
        matrix, "bedrock_agentcore", "Runtime", runtime.clone();
        grant_invoke = "aws-bedrockagentcore.Runtime.grantInvoke",
        grant_invoke_runtime = "aws-bedrockagentcore.Runtime.grantInvokeRuntime",
        grant_invoke_runtime_for_user = "aws-bedrockagentcore.Runtime.grantInvokeRuntimeForUser",
    }
    let row = method("bedrock_agentcore", "Runtime", "grant", None).variant(
        "actions",
        &["$grantee", "bedrock-agentcore:GetAgentRuntime"],
    );
    matrix.add(row, |grantee| {
        runtime.grant(grantee, actions![bedrock_agentcore::GetAgentRuntime])
    });
    let endpoint = runtime.endpoint("DEFAULT");
    methods! {
        matrix, "bedrock_agentcore", "RuntimeEndpoint", endpoint.clone();
        grant_invoke_runtime = -,
        grant_invoke_runtime_for_user = -,
    }
}

fn strategies(matrix: &mut Matrix) {
    let topic = sns::Topic::new(&env(), "my-topic");
    let bucket = s3::Bucket::new(&env(), "b");
    let strategy = bedrock_agentcore::SelfManagedMemoryStrategy::new(&topic, &bucket);
    let row = method(
        "bedrock_agentcore",
        "SelfManagedMemoryStrategy",
        "grant",
        Some("aws-bedrockagentcore.SelfManagedMemoryStrategy.grant"),
    );
    matrix.add(row, |grantee| strategy.grant(grantee));
    let encrypted = bedrock_agentcore::SelfManagedMemoryStrategy::new(
        &topic.encrypted_with(&key()),
        &bucket.encrypted_with(&key()),
    );
    matrix.add(row.encrypted(), |grantee| encrypted.grant(grantee));
}
