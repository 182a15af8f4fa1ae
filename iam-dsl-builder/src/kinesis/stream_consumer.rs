//! Consumers of streams.

use iam_dsl_core::Arn;

use super::Stream;
use crate::{
    Grant, GrantError, Grantee, ValueError,
    grant::{Granting, On, Request, entries},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, not_the_arn,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "stream consumer",
    kind: "AWS::Kinesis::StreamConsumer",
    arn: ArnForm::regional("kinesis", "stream/").without(&[]),
    policy: PolicySupport::ByArn,
    key_via: Some("kinesis"),
    forms: &[On::Itself],
};

/// A consumer of a stream that has a throughput of its own: who may read with it, and its own policy. Made by
/// [`Stream::consumer`].
///
/// A consumer is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::kinesis;
///
/// let orders = kinesis::Stream::named("orders");
/// let role = Role::new("projector");
/// orders.consumer("projector", "1700000000").grant_read(&role)?;
/// assert!(role.policy().to_json().contains("kinesis:SubscribeToShard"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct StreamConsumer {
    handle: Handle,
    stream: Stream,
}

handle_methods!(StreamConsumer, "consumer");
policy_methods!(StreamConsumer, "consumer");
action_methods!(
    StreamConsumer,
    "consumer",
    "kinesis::Stream::named(\"orders\").consumer(\"projector\", \"*\")",
    kinesis::SubscribeToShard
);

impl StreamConsumer {
    #[inline]
    pub(super) fn of_stream(stream: &Stream, name: &str, created: &str) -> Self {
        let suffix = format!("/consumer/{name}:{created}");
        Self {
            handle: stream.handle().inner(&CLASS, name.to_owned(), &suffix),
            stream: stream.clone(),
        }
    }

    /// The consumer that has this ARN: one that exists already, such as another account's.
    ///
    /// # Errors
    ///
    /// The ARN is not that of a consumer.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{kinesis, prelude::*};
    ///
    /// let arn = arn!("arn:aws:kinesis:us-east-1:999999999999:stream/orders/consumer/projector:1700000000");
    /// assert_eq!(kinesis::StreamConsumer::from_arn(arn)?.name(), "projector");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        let parts = handle.name().split_once("/consumer/");
        let Some((stream, (name, _))) =
            parts.and_then(|(stream, consumer)| Some((stream, consumer.split_once(':')?)))
        else {
            return Err(not_the_arn(&handle.arn(), CLASS.noun));
        };
        let of_stream = handle.arn().with_resource(format!("stream/{stream}"));
        let name = name.to_owned();
        Ok(Self {
            stream: Stream::from_arn(of_stream)?,
            handle: handle.with_name(name),
        })
    }

    /// Returns the stream, whose policy takes a part of what is granted.
    #[inline]
    pub fn stream(&self) -> &Stream {
        &self.stream
    }

    /// Lets the grantee read the stream, with this consumer or without one.
    ///
    /// It allows
    /// - `kinesis:DescribeStreamConsumer` `kinesis:SubscribeToShard` on the consumer
    /// - `kinesis:DescribeStream` `kinesis:DescribeStreamSummary` `kinesis:GetRecords` `kinesis:GetShardIterator`
    ///   `kinesis:ListShards` on the stream
    /// - `kms:Decrypt` on the stream's key, where it is encrypted with one
    ///
    /// # Errors
    ///
    /// The grantee is no identity of the account, and the resource's policy cannot name it. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{kinesis, prelude::*};
    ///
    /// let projector = kinesis::Stream::named("orders").consumer("projector", "*");
    /// let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner"))?;
    /// projector.grant_read(&partner)?;
    /// assert!(projector.policy().to_json().contains("kinesis:SubscribeToShard"));
    /// assert!(projector.stream().policy().to_json().contains("kinesis:GetRecords"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn grant_read(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let mut request = Request::of(self, &consumer::grant_read, grantee.into_party())?;
        request.plan(&self.stream, &consumer::stream)?;
        Ok(request.give())
    }
}

impl Granting for StreamConsumer {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

entries! { consumer;
    grant_read => "read with" {
        Itself: [kinesis::DescribeStreamConsumer, kinesis::SubscribeToShard],
    }
    stream => "read" {
        Itself: [
            kinesis::DescribeStream,
            kinesis::DescribeStreamSummary,
            kinesis::GetRecords,
            kinesis::GetShardIterator,
            kinesis::ListShards,
        ];
        key: [Decrypt]
    }
}
