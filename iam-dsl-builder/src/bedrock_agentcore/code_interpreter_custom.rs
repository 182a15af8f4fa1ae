//! Code interpreters.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "code interpreter",
    kind: "AWS::BedrockAgentCore::CodeInterpreterCustom",
    arn: ArnForm::regional("bedrock-agentcore", "code-interpreter-custom/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A code interpreter for agents: which may run code in it, and who may read about its sessions.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let interpreter = bedrock_agentcore::CodeInterpreterCustom::named("analysis-a1b2c3d4e5");
/// let agent = Role::new("analyst");
/// interpreter.grant_use(&agent)?;
/// assert!(agent.policy().to_json().contains("bedrock-agentcore:InvokeCodeInterpreter"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct CodeInterpreterCustom {
    handle: Handle,
}

handle_methods!(CodeInterpreterCustom by "id", "code interpreter");
named_methods!(
    CodeInterpreterCustom by "id",
    "code interpreter",
    "bedrock_agentcore::CodeInterpreterCustom",
    "analysis-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:code-interpreter-custom/analysis-a1b2c3d4e5"
);
action_methods!(
    CodeInterpreterCustom,
    "code interpreter",
    "bedrock_agentcore::CodeInterpreterCustom::named(\"analysis-a1b2c3d4e5\")",
    bedrock_agentcore::GetCodeInterpreter
);

impl CodeInterpreterCustom {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for CodeInterpreterCustom {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    CodeInterpreterCustom,
    "code interpreter",
    "bedrock_agentcore::CodeInterpreterCustom::named(\"analysis-a1b2c3d4e5\")",
    "code interpreter `analysis-a1b2c3d4e5`";

    /// Listing takes in all code interpreters of the account.
    grant_read => "read about the sessions of" {
        Itself: [
            bedrock_agentcore::GetCodeInterpreter,
            bedrock_agentcore::GetCodeInterpreterSession,
            bedrock_agentcore::ListCodeInterpreterSessions,
        ],
        Everything: [bedrock_agentcore::ListCodeInterpreters],
    }
    grant_use => "use" {
        Itself: [
            bedrock_agentcore::StartCodeInterpreterSession,
            bedrock_agentcore::InvokeCodeInterpreter,
            bedrock_agentcore::StopCodeInterpreterSession,
        ],
    }
    /// In a session that someone else has started.
    grant_invoke => "run code in" {
        Itself: [bedrock_agentcore::InvokeCodeInterpreter],
    }
}
