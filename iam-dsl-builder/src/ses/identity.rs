//! Identities that send.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "email identity",
    kind: "AWS::SES::EmailIdentity",
    arn: ArnForm::regional("ses", "identity/"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// A domain or an address that sends email: who may send as it, and its own policy.
///
/// An identity is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ses;
///
/// let domain = ses::Identity::named("example.com");
/// let role = Role::new("newsletter");
/// domain.grant_send_email(&role)?;
/// assert!(role.policy().to_json().contains("ses:SendRawEmail"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Identity {
    handle: Handle,
}

handle_methods!(Identity, "email identity");
named_methods!(
    Identity,
    "email identity",
    "ses::Identity",
    "example.com",
    "arn:aws:ses:us-east-1:123456789012:identity/example.com"
);
policy_methods!(Identity, "email identity");
action_methods!(
    Identity,
    "email identity",
    "ses::Identity::named(\"example.com\")",
    ses::GetEmailIdentity
);

impl Identity {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Identity {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Identity with policy, "email identity", "ses::Identity::named(\"example.com\")", "email identity `example.com`";

    /// Other accounts and services are admitted by the identity's policy. See AWS's page on
    /// [sending authorization](https://docs.aws.amazon.com/ses/latest/dg/sending-authorization.html).
    grant_send_email => "send email as" {
        Itself: [ses::SendEmail, ses::SendRawEmail],
    }
}
