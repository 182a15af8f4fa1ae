//! Profiling groups.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "profiling group",
    kind: "AWS::CodeGuruProfiler::ProfilingGroup",
    arn: ArnForm::regional("codeguru-profiler", "profilingGroup/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A profiling group: who may send profiles to it and read them.
///
/// The agent's permission can also be said with the group, as a list of roles and users: see AWS's page on
/// [resource-based policies of profiling groups](https://docs.aws.amazon.com/codeguru/latest/profiler-ug/resource-based-policies.html).
/// It is no policy that takes statements, so that nothing can be granted to other accounts here.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::codeguru_profiler;
///
/// let group = codeguru_profiler::ProfilingGroup::named("orders");
/// let role = Role::new("orders");
/// group.grant_publish(&role)?;
/// assert!(role.policy().to_json().contains("codeguru-profiler:PostAgentProfile"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ProfilingGroup {
    handle: Handle,
}

handle_methods!(ProfilingGroup, "profiling group");
named_methods!(
    ProfilingGroup,
    "profiling group",
    "codeguru_profiler::ProfilingGroup",
    "orders",
    "arn:aws:codeguru-profiler:us-east-1:123456789012:profilingGroup/orders"
);
action_methods!(
    ProfilingGroup,
    "profiling group",
    "codeguru_profiler::ProfilingGroup::named(\"orders\")",
    codeguru_profiler::GetProfile
);

impl ProfilingGroup {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for ProfilingGroup {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    ProfilingGroup,
    "profiling group",
    "codeguru_profiler::ProfilingGroup::named(\"orders\")",
    "profiling group `orders`";

    grant_publish => "send profiles to" {
        Itself: [codeguru_profiler::ConfigureAgent, codeguru_profiler::PostAgentProfile],
    }
    grant_read => "read the profiles of" {
        Itself: [codeguru_profiler::GetProfile, codeguru_profiler::DescribeProfilingGroup],
    }
}
