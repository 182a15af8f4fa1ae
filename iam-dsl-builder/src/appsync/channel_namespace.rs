//! Channel namespaces of event APIs.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, nested_methods,
    },
};

const CLASS: Class = Class {
    noun: "channel namespace",
    kind: "AWS::AppSync::ChannelNamespace",
    arn: ArnForm::regional("appsync", "apis/").without(&[':']),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A channel namespace of an event API: who may publish and subscribe to its channels. Also made by
/// [`EventApi::channel_namespace`](super::EventApi::channel_namespace).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::appsync;
///
/// let orders = appsync::ChannelNamespace::named("a1b2c3d4e5", "orders");
/// let role = Role::new("dashboard");
/// orders.grant_subscribe(&role)?;
/// assert!(role.policy().to_json().contains("appsync:EventSubscribe"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct ChannelNamespace {
    handle: Handle,
}

handle_methods!(ChannelNamespace, "channel namespace");
nested_methods!(
    ChannelNamespace,
    "channel namespace",
    "appsync::ChannelNamespace",
    api "a1b2c3d4e5" "/channelNamespace/" "orders",
    "arn:aws:appsync:us-east-1:123456789012:apis/a1b2c3d4e5/channelNamespace/orders"
);
action_methods!(
    ChannelNamespace,
    "channel namespace",
    "appsync::ChannelNamespace::named(\"a1b2c3d4e5\", \"orders\")",
    appsync::GetChannelNamespace
);

impl ChannelNamespace {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    #[inline]
    pub(super) fn in_api(api: &Handle, name: String) -> Self {
        let suffix = format!("/channelNamespace/{name}");
        Self::of(api.inner(&CLASS, name, &suffix))
    }
}

impl Granting for ChannelNamespace {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    ChannelNamespace,
    "channel namespace",
    "appsync::ChannelNamespace::named(\"a1b2c3d4e5\", \"orders\")",
    "channel namespace `orders`";

    grant_publish => "publish events to" {
        Itself: [appsync::EventPublish],
    }
    /// Whoever subscribes also has to [connect to the API](super::EventApi::grant_connect).
    grant_subscribe => "subscribe to events of" {
        Itself: [appsync::EventSubscribe],
    }
    /// Whoever subscribes also has to [connect to the API](super::EventApi::grant_connect).
    grant_publish_and_subscribe => "publish and subscribe to events on" {
        Itself: [appsync::EventPublish, appsync::EventSubscribe],
    }
}
