//! Topics.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "topic",
    kind: "AWS::SNS::Topic",
    arn: ArnForm::regional("sns", ""),
    policy: PolicySupport::ByArn,
    key_via: Some("sns"),
    forms: &[On::Itself],
};

/// A topic: who may publish and subscribe, and its own policy.
///
/// A topic is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::sns;
///
/// let shipped = sns::Topic::named("order-shipped");
/// let role = Role::new("order-processor");
/// shipped.grant_publish(&role)?;
/// assert!(role.policy().to_json().contains("sns:Publish"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Topic {
    handle: Handle,
}

handle_methods!(Topic, "topic");
named_methods!(
    Topic,
    "topic",
    "sns::Topic",
    "alerts",
    "arn:aws:sns:us-east-1:123456789012:alerts"
);
policy_methods!(Topic, "topic");
key_methods!(Topic, "topic", "sns::Topic::named(\"alerts\")");
action_methods!(
    Topic,
    "topic",
    "sns::Topic::named(\"alerts\")",
    sns::GetTopicAttributes
);

impl Topic {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Topic {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Topic with policy, "topic", "sns::Topic::named(\"alerts\")", "topic `alerts`";

    // A publisher decrypts the data key that it was given, to check it:
    // <https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html>
    grant_publish => "publish to" {
        Itself: [sns::Publish];
        key: [GenerateDataKey, Decrypt]
    }
    grant_subscribe => "subscribe to" {
        Itself: [sns::Subscribe],
    }
}
