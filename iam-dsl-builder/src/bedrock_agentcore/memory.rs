//! Memories.

use super::policies::admit;
use crate::{
    GrantError,
    grant::{Granting, On, Party, Request, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "memory",
    kind: "AWS::BedrockAgentCore::Memory",
    arn: ArnForm::regional("bedrock-agentcore", "memory/"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// A memory of agents: who may read and write events, and what is remembered of them, and its own policy.
///
/// Short-term memory are the events of sessions, long-term memory the records that are made of them.
///
/// A memory is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::bedrock_agentcore;
///
/// let memory = bedrock_agentcore::Memory::named("assistant-a1b2c3d4e5");
/// let agent = Role::new("assistant");
/// memory.grant_read(&agent)?;
/// memory.grant_write(&agent)?;
/// assert!(agent.policy().to_json().contains("bedrock-agentcore:CreateEvent"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Memory {
    handle: Handle,
}

handle_methods!(Memory by "id", "memory");
named_methods!(
    Memory by "id",
    "memory",
    "bedrock_agentcore::Memory",
    "assistant-a1b2c3d4e5",
    "arn:aws:bedrock-agentcore:us-east-1:123456789012:memory/assistant-a1b2c3d4e5"
);
policy_methods!(Memory, "memory");
action_methods!(
    Memory,
    "memory",
    "bedrock_agentcore::Memory::named(\"assistant-a1b2c3d4e5\")",
    bedrock_agentcore::GetMemory
);

impl Memory {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Memory {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        admit(request, party)
    }
}

grants! {
    Memory with policy,
    "memory",
    "bedrock_agentcore::Memory::named(\"assistant-a1b2c3d4e5\")",
    "memory `assistant-a1b2c3d4e5`";

    grant_write => "write events to" {
        Itself: [bedrock_agentcore::CreateEvent],
    }
    grant_read => "read events and records of" {
        Itself: [
            bedrock_agentcore::GetEvent,
            bedrock_agentcore::GetMemoryRecord,
            bedrock_agentcore::RetrieveMemoryRecords,
            bedrock_agentcore::ListActors,
            bedrock_agentcore::ListEvents,
            bedrock_agentcore::ListMemoryRecords,
            bedrock_agentcore::ListSessions,
        ],
    }
    grant_read_short_term_memory => "read events of" {
        Itself: [
            bedrock_agentcore::GetEvent,
            bedrock_agentcore::ListActors,
            bedrock_agentcore::ListEvents,
            bedrock_agentcore::ListSessions,
        ],
    }
    grant_read_long_term_memory => "read records of" {
        Itself: [
            bedrock_agentcore::GetMemoryRecord,
            bedrock_agentcore::RetrieveMemoryRecords,
            bedrock_agentcore::ListActors,
            bedrock_agentcore::ListMemoryRecords,
            bedrock_agentcore::ListSessions,
        ],
    }
    grant_delete => "delete events and records of" {
        Itself: [bedrock_agentcore::DeleteEvent, bedrock_agentcore::DeleteMemoryRecord],
    }
    grant_delete_short_term_memory => "delete events of" {
        Itself: [bedrock_agentcore::DeleteEvent],
    }
    grant_delete_long_term_memory => "delete records of" {
        Itself: [bedrock_agentcore::DeleteMemoryRecord],
    }
    // Making further memories (`CreateMemory`) is no part of managing one.
    grant_admin => "manage" {
        Itself: [
            bedrock_agentcore::GetMemory,
            bedrock_agentcore::UpdateMemory,
            bedrock_agentcore::DeleteMemory,
        ],
    }
    grant_full_access => "use and manage" {
        Itself: [
            bedrock_agentcore::CreateEvent,
            bedrock_agentcore::GetEvent,
            bedrock_agentcore::GetMemoryRecord,
            bedrock_agentcore::RetrieveMemoryRecords,
            bedrock_agentcore::ListActors,
            bedrock_agentcore::ListEvents,
            bedrock_agentcore::ListMemoryRecords,
            bedrock_agentcore::ListSessions,
            bedrock_agentcore::DeleteEvent,
            bedrock_agentcore::DeleteMemoryRecord,
            bedrock_agentcore::GetMemory,
            bedrock_agentcore::UpdateMemory,
            bedrock_agentcore::DeleteMemory,
        ],
    }
}
