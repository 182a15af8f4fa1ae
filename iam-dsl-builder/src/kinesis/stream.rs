//! Streams.

use super::StreamConsumer;
use crate::{
    grant::{GrantError, Granting, On, Scope, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods, policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "stream",
    kind: "AWS::Kinesis::Stream",
    arn: ArnForm::regional("kinesis", "stream/"),
    policy: PolicySupport::ByArn,
    key_via: Some("kinesis"),
    forms: &[On::Itself],
};

/// A stream: who may read and write its records, and its own policy.
///
/// A stream is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::kinesis;
///
/// let orders = kinesis::Stream::named("orders");
/// let role = Role::new("projector");
/// orders.grant_read(&role)?;
/// assert!(role.policy().to_json().contains("kinesis:GetRecords"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Stream {
    handle: Handle,
}

handle_methods!(Stream, "stream");
named_methods!(
    Stream,
    "stream",
    "kinesis::Stream",
    "orders",
    "arn:aws:kinesis:us-east-1:123456789012:stream/orders"
);
policy_methods!(Stream, "stream");
key_methods!(Stream, "stream", "kinesis::Stream::named(\"orders\")");
action_methods!(
    Stream,
    "stream",
    "kinesis::Stream::named(\"orders\")",
    kinesis::ListTagsForStream
);

impl Stream {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// The consumer of this name: something to grant. It was made at this time, in seconds since 1970, which AWS puts into
    /// its ARN; `*` is whenever.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{kinesis, prelude::*};
    ///
    /// let projector = kinesis::Stream::named("orders").consumer("projector", "*");
    /// let role = Role::new("projector");
    /// projector.grant_read(&role)?;
    /// assert!(role.policy().to_json().contains("stream/orders/consumer/projector:*"));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn consumer(&self, name: impl AsRef<str>, created: impl AsRef<str>) -> StreamConsumer {
        StreamConsumer::of_stream(self, name.as_ref(), created.as_ref())
    }
}

impl Granting for Stream {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// The policy of the stream is not about its consumers, each of which has its own.
    /// <https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html>
    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        Ok((on == On::Itself).then(|| Scope::of(&self.handle, on)))
    }
}

grants! {
    Stream with policy, "stream", "kinesis::Stream::named(\"orders\")", "stream `orders`";

    // A consumer with a throughput of its own is a resource under the stream, with a policy of its own.
    grant_read => "read" {
        Itself: [
            kinesis::DescribeStream,
            kinesis::DescribeStreamSummary,
            kinesis::GetRecords,
            kinesis::GetShardIterator,
            kinesis::ListShards,
        ],
        Under("/consumer/*"): [kinesis::DescribeStreamConsumer, kinesis::SubscribeToShard];
        key: [Decrypt]
    }
    // Of the key, a producer needs data keys alone:
    // <https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html>
    grant_write => "write to" {
        Itself: [kinesis::ListShards, kinesis::PutRecord, kinesis::PutRecords];
        key: [GenerateDataKey]
    }
    grant_read_write => "read and write to" {
        Itself: [
            kinesis::DescribeStream,
            kinesis::DescribeStreamSummary,
            kinesis::GetRecords,
            kinesis::GetShardIterator,
            kinesis::ListShards,
            kinesis::PutRecord,
            kinesis::PutRecords,
        ],
        Under("/consumer/*"): [kinesis::DescribeStreamConsumer, kinesis::SubscribeToShard];
        key: [Decrypt, GenerateDataKey]
    }
}
