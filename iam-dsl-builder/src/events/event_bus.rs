//! Event buses.

use crate::{
    grant::{GrantError, Granting, On, Scope, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "event bus",
    kind: "AWS::Events::EventBus",
    arn: ArnForm::regional("events", "event-bus/"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// An event bus: who may send events to it, and its own policy.
///
/// A bus is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::events;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let orders = events::EventBus::new(&env, "orders");
/// orders.grant_put_events_to(AccountPrincipal::new("999999999999")?)?;
/// assert!(orders.policy().to_json().contains("arn:aws:iam::999999999999:root"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct EventBus {
    handle: Handle,
}

handle_methods!(EventBus, "event bus");
named_methods!(
    EventBus,
    "event bus",
    "events::EventBus",
    "orders",
    "arn:aws:events:us-east-1:123456789012:event-bus/orders"
);
policy_methods!(EventBus, "event bus");
action_methods!(
    EventBus,
    "event bus",
    "events::EventBus::named(\"orders\")",
    events::DescribeEventBus
);

impl EventBus {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for EventBus {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// The policy of one bus is about no other.
    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        Ok((on == On::Itself).then(|| Scope::of(&self.handle, on)))
    }
}

grants! {
    EventBus with policy, "event bus", "events::EventBus::named(\"orders\")", "event bus `orders`";

    /// Another account needs the bus's policy as well as its own identities'. See AWS's page on
    /// [events of other accounts](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html).
    grant_put_events_to => "put events on" {
        Itself: [events::PutEvents],
    }
    /// Only who has a policy of its own in the account can have that: the policy of a bus is about no other.
    grant_all_put_events => "put events on all buses in the account and region of" {
        Beside("event-bus/*"): [events::PutEvents],
    }
}
