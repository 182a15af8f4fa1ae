//! Rules.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "rule",
    kind: "AWS::Events::Rule",
    arn: ArnForm::regional("events", "rule/").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A rule of an event bus: who may see and change it.
///
/// Of a bus other than the default one, the name of the bus and `/` come before the name of the rule.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::events;
///
/// let role = Role::new("scheduler");
/// events::Rule::named("nightly").grant_manage(&role)?;
/// assert!(role.policy().to_json().contains("events:PutTargets"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Rule {
    handle: Handle,
}

handle_methods!(Rule, "rule");
named_methods!(
    Rule,
    "rule",
    "events::Rule",
    "nightly",
    "arn:aws:events:us-east-1:123456789012:rule/nightly"
);
action_methods!(
    Rule,
    "rule",
    "events::Rule::named(\"nightly\")",
    events::DescribeRule
);

impl Rule {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// The rule by which AWS Step Functions learns of the executions that another one started, in the account and region
    /// of a state machine.
    #[inline]
    pub(crate) fn of_executions(machine: &Handle) -> Self {
        let name = "StepFunctionsGetEventsForStepFunctionsExecutionRule";
        let arn = machine
            .arn()
            .with_service("events")
            .with_resource(format!("rule/{name}"));
        Self::of(Handle::new(
            &CLASS,
            machine.owner().clone(),
            name.to_owned(),
            arn,
        ))
    }
}

impl Granting for Rule {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Rule, "rule", "events::Rule::named(\"nightly\")", "rule `nightly`";

    grant_manage => "see and change" {
        Itself: [events::DescribeRule, events::PutRule, events::PutTargets],
    }
}
