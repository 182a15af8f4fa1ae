//! Runtimes, memories, gateways and what agents use.

use iam_dsl::{bedrock_agentcore, prelude::*, s3, sns};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let api_key = bedrock_agentcore::ApiKeyCredentialProvider::new(&env(), "my-key");
    methods! {
        matrix, "bedrock_agentcore", "ApiKeyCredentialProvider", api_key.clone();
        grant_read = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantRead",
        grant_admin = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantAdmin",
        grant_use = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantUse",
        grant_full_access = "aws-bedrockagentcore.ApiKeyCredentialProvider.grantFullAccess",
    }
    let row = method(
        "bedrock_agentcore",
        "ApiKeyCredentialProvider",
        "grant",
        Some("aws-bedrockagentcore.ApiKeyCredentialProvider.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        api_key.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let oauth = bedrock_agentcore::OAuth2CredentialProvider::new(&env(), "my-oauth");
    methods! {
        matrix, "bedrock_agentcore", "OAuth2CredentialProvider", oauth.clone();
        grant_read = "aws-bedrockagentcore.OAuth2CredentialProvider.grantRead",
        grant_admin = "aws-bedrockagentcore.OAuth2CredentialProvider.grantAdmin",
        grant_use = "aws-bedrockagentcore.OAuth2CredentialProvider.grantUse",
        grant_full_access = "aws-bedrockagentcore.OAuth2CredentialProvider.grantFullAccess",
    }
    let row = method(
        "bedrock_agentcore",
        "OAuth2CredentialProvider",
        "grant",
        Some("aws-bedrockagentcore.OAuth2CredentialProvider.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        oauth.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let identity = bedrock_agentcore::WorkloadIdentity::new(&env(), "my-wi");
    methods! {
        matrix, "bedrock_agentcore", "WorkloadIdentity", identity.clone();
        grant_read = "aws-bedrockagentcore.WorkloadIdentity.grantRead",
        grant_admin = "aws-bedrockagentcore.WorkloadIdentity.grantAdmin",
        grant_use = "aws-bedrockagentcore.WorkloadIdentity.grantUse",
        grant_full_access = "aws-bedrockagentcore.WorkloadIdentity.grantFullAccess",
    }
    let row = method(
        "bedrock_agentcore",
        "WorkloadIdentity",
        "grant",
        Some("aws-bedrockagentcore.WorkloadIdentity.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        identity.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let browser = bedrock_agentcore::BrowserCustom::new(&env(), "br-1");
    methods! {
        matrix, "bedrock_agentcore", "BrowserCustom", browser.clone();
        grant_read = "aws-bedrockagentcore.BrowserCustom.grantRead",
        grant_use = "aws-bedrockagentcore.BrowserCustom.grantUse",
    }
    let row = method(
        "bedrock_agentcore",
        "BrowserCustom",
        "grant",
        Some("aws-bedrockagentcore.BrowserCustom.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        browser.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let interpreter = bedrock_agentcore::CodeInterpreterCustom::new(&env(), "ci-1");
    methods! {
        matrix, "bedrock_agentcore", "CodeInterpreterCustom", interpreter.clone();
        grant_read = "aws-bedrockagentcore.CodeInterpreterCustom.grantRead",
        grant_use = "aws-bedrockagentcore.CodeInterpreterCustom.grantUse",
        grant_invoke = "aws-bedrockagentcore.CodeInterpreterCustom.grantInvoke",
    }
    let row = method(
        "bedrock_agentcore",
        "CodeInterpreterCustom",
        "grant",
        Some("aws-bedrockagentcore.CodeInterpreterCustom.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        interpreter.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let evaluator = bedrock_agentcore::Evaluator::new(&env(), "ev-1");
    let row = method(
        "bedrock_agentcore",
        "Evaluator",
        "grant",
        Some("aws-bedrockagentcore.Evaluator.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        evaluator.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let evaluation = bedrock_agentcore::OnlineEvaluationConfig::new(&env(), "oe-1");
    let row = method(
        "bedrock_agentcore",
        "OnlineEvaluationConfig",
        "grant",
        Some("aws-bedrockagentcore.OnlineEvaluationConfig.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        evaluation.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let gateway = bedrock_agentcore::Gateway::new(&env(), "gw-1");
    methods! {
        matrix, "bedrock_agentcore", "Gateway", gateway.clone();
        grant_read = "aws-bedrockagentcore.Gateway.grantRead",
        grant_manage = "aws-bedrockagentcore.Gateway.grantManage",
        grant_invoke = "aws-bedrockagentcore.Gateway.grantInvoke",
    }
    let row = method(
        "bedrock_agentcore",
        "Gateway",
        "grant",
        Some("aws-bedrockagentcore.Gateway.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        gateway.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let target = bedrock_agentcore::GatewayTarget::new(&env(), "gw-1", "t-1");
    methods! {
        matrix, "bedrock_agentcore", "GatewayTarget", target.clone();
        grant_read = "aws-bedrockagentcore.GatewayTarget.grantRead",
        grant_manage = "aws-bedrockagentcore.GatewayTarget.grantManage",
        grant_sync = "aws-bedrockagentcore.GatewayTarget.grantSync",
    }
    let row = method(
        "bedrock_agentcore",
        "GatewayTarget",
        "grant",
        Some("aws-bedrockagentcore.GatewayTarget.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        target.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
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
    let row = method(
        "bedrock_agentcore",
        "Memory",
        "grant",
        Some("aws-bedrockagentcore.Memory.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        memory.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
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
    let row = method(
        "bedrock_agentcore",
        "PolicyEngine",
        "grant",
        Some("aws-bedrockagentcore.PolicyEngine.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        engine.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
    let policy = bedrock_agentcore::Policy::new(&env(), "pe-1", "p-1");
    methods! {
        matrix, "bedrock_agentcore", "Policy", policy.clone();
        grant_read = "aws-bedrockagentcore.Policy.grantRead",
    }
    let row = method(
        "bedrock_agentcore",
        "Policy",
        "grant",
        Some("aws-bedrockagentcore.Policy.grant"),
    )
    .variant(
        "actions",
        &["$grantee", "bedrock-agentcore:ListTagsForResource"],
    );
    matrix.add(row, |grantee| {
        policy.grant(grantee, actions![bedrock_agentcore::ListTagsForResource])
    });
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
