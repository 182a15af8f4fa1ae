//! What a memory needs to hand its events to someone else's strategy.

use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, Request, entries},
    s3::Bucket,
    sns::Topic,
};

/// A strategy of a memory that is the customer's own: AgentCore puts events into a bucket and tells a topic, and what
/// listens there writes the records.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{bedrock_agentcore::SelfManagedMemoryStrategy, s3, sns};
///
/// let (events, news) = (s3::Bucket::named("memory-events"), sns::Topic::named("memory-news"));
/// let role = Role::new("memory").trusted_by(service_principal!("bedrock-agentcore.amazonaws.com"));
/// SelfManagedMemoryStrategy::new(&news, &events).grant(&role)?;
/// assert!(role.policy().to_json().contains("memory-events/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct SelfManagedMemoryStrategy {
    topic: Topic,
    bucket: Bucket,
}

impl SelfManagedMemoryStrategy {
    /// The strategy that is told by this topic, and finds events in this bucket.
    #[inline]
    pub fn new(topic: &Topic, bucket: &Bucket) -> Self {
        Self {
            topic: topic.clone(),
            bucket: bucket.clone(),
        }
    }

    /// Lets the grantee, the role of a memory, put events into the bucket and publish to the topic.
    ///
    /// It allows `sns:Publish` and `sns:GetTopicAttributes` on the topic, `s3:GetBucketLocation` on the bucket and
    /// `s3:PutObject` on its objects, and what that needs of their keys. See AWS's page on
    /// [self-managed strategies](https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/memory-self-managed-strategies.html).
    ///
    /// # Errors
    ///
    /// The grantee is no identity of the account, and the policies of the topic and the bucket cannot name it. See
    /// [`GrantError`].
    ///
    /// # Example
    ///
    /// See [`SelfManagedMemoryStrategy`].
    #[inline]
    pub fn grant(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let entry = &entries::grant;
        let label = format!("{} and {}", self.bucket.label(), self.topic.label());
        let mut request = Request::new(entry.method, entry.lets, label, grantee.into_party())?;
        request.plan(&self.topic, entry)?;
        request.plan(&self.bucket, &entries::on_bucket)?;
        Ok(request.give())
    }
}

entries! { entries;
    grant => "hand the events of a memory to" {
        Itself: [sns::Publish, sns::GetTopicAttributes];
        key: [GenerateDataKey, Decrypt]
    }
    on_bucket => "put the events of a memory into" {
        Itself: [s3::GetBucketLocation],
        Objects: [s3::PutObject];
        key: [GenerateDataKey]
    }
}
