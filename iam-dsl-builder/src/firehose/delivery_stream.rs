//! Delivery streams.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "delivery stream",
    kind: "AWS::KinesisFirehose::DeliveryStream",
    arn: ArnForm::regional("firehose", "deliverystream/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// A delivery stream: who may send records to it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::firehose;
///
/// let clicks = firehose::DeliveryStream::named("clicks");
/// let role = Role::new("site");
/// clicks.grant_put_records(&role)?;
/// assert!(role.policy().to_json().contains("firehose:PutRecordBatch"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct DeliveryStream {
    handle: Handle,
}

handle_methods!(DeliveryStream, "delivery stream");
named_methods!(
    DeliveryStream,
    "delivery stream",
    "firehose::DeliveryStream",
    "clicks",
    "arn:aws:firehose:us-east-1:123456789012:deliverystream/clicks"
);
action_methods!(
    DeliveryStream,
    "delivery stream",
    "firehose::DeliveryStream::named(\"clicks\")",
    firehose::DescribeDeliveryStream
);

impl DeliveryStream {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for DeliveryStream {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    DeliveryStream, "delivery stream", "firehose::DeliveryStream::named(\"clicks\")", "delivery stream `clicks`";

    // Firehose encrypts with the grant that it has on the key, not for who sends:
    // <https://docs.aws.amazon.com/firehose/latest/dev/encryption.html>
    grant_put_records => "put records on" {
        Itself: [firehose::PutRecord, firehose::PutRecordBatch],
    }
}
