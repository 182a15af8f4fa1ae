//! Event APIs.

use iam_dsl_core::ActionPattern;

use super::ChannelNamespace;
use crate::{
    grant::{Granting, On, acts_on_type, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "event API",
    kind: "AWS::AppSync::Api",
    arn: ArnForm::regional("appsync", "apis/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// An event API: who may connect to it, publish and subscribe, by the API's own authorization mode of IAM.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::appsync;
///
/// let events = appsync::EventApi::named("a1b2c3d4e5");
/// let role = Role::new("orders");
/// events.channel_namespace("orders").grant_publish(&role)?;
/// assert!(role.policy().to_json().contains("channelNamespace/orders"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct EventApi {
    handle: Handle,
}

handle_methods!(EventApi by "id", "event API");
named_methods!(
    EventApi by "id",
    "event API",
    "appsync::EventApi",
    "a1b2c3d4e5",
    "arn:aws:appsync:us-east-1:123456789012:apis/a1b2c3d4e5"
);
action_methods!(
    EventApi,
    "event API",
    "appsync::EventApi::named(\"a1b2c3d4e5\")",
    appsync::EventConnect
);

impl EventApi {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// A channel namespace of the API.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::appsync;
    ///
    /// let orders = appsync::EventApi::named("a1b2c3d4e5").channel_namespace("orders");
    /// assert!(orders.arn().to_string().ends_with(":apis/a1b2c3d4e5/channelNamespace/orders"));
    /// ```
    #[must_use]
    #[inline]
    pub fn channel_namespace(&self, name: impl Into<String>) -> ChannelNamespace {
        ChannelNamespace::in_api(&self.handle, name.into())
    }
}

impl Granting for EventApi {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// The catalog cannot tell the ARN of a namespace from that of an API.
    #[inline]
    fn forms_for(&self, action: &ActionPattern) -> &'static [On] {
        match (
            acts_on_type(action, "api"),
            acts_on_type(action, "channelNamespace"),
        ) {
            (true, true) => &[On::ItselfAnd("/channelNamespace/*")],
            (false, true) => &[On::Under("/channelNamespace/*")],
            _ => self.handle.class().forms,
        }
    }
}

grants! {
    EventApi, "event API", "appsync::EventApi::named(\"a1b2c3d4e5\")", "event API `a1b2c3d4e5`";

    grant_connect => "connect to" {
        Itself: [appsync::EventConnect],
    }
    grant_publish => "publish events to" {
        Under("/channelNamespace/*"): [appsync::EventPublish],
    }
    /// Whoever subscribes also has to [connect](Self::grant_connect).
    grant_subscribe => "subscribe to events of" {
        Under("/channelNamespace/*"): [appsync::EventSubscribe],
    }
    /// Whoever subscribes also has to [connect](Self::grant_connect).
    grant_publish_and_subscribe => "publish and subscribe to events on" {
        Under("/channelNamespace/*"): [appsync::EventPublish, appsync::EventSubscribe],
    }
}
