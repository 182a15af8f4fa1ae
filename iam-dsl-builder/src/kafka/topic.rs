//! Topics of clusters.

use iam_dsl_core::{Arn, Template};

use super::Cluster;
use crate::{
    Grant, GrantError, Grantee, IntoResources,
    grant::{Entry, Granting, On, Party, Request, Scope, entries, grants},
    handle::Handle,
};

/// A topic of a cluster: who may write to it and read it. Made by [`Cluster::topic`].
///
/// Every grant lets connect to the cluster as well, without which nothing can be done.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::kafka;
///
/// let role = Role::new("shop");
/// let orders = kafka::Cluster::named("events", "1234abcd-1").topic("orders");
/// orders.grant_write(&role)?;
/// assert!(role.policy().to_json().contains("kafka-cluster:WriteData"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Topic {
    cluster: Cluster,
    name: String,
}

entries! { consuming;
    grant_read => "read" {
        Beside("cluster/{cluster}"): [kafka_cluster::Connect],
        Beside("topic/{cluster}/{topic}"): [kafka_cluster::DescribeTopic, kafka_cluster::ReadData],
        Beside("group/{cluster}/{group}"): [kafka_cluster::AlterGroup, kafka_cluster::DescribeGroup],
    }
    grant_read_write => "read and write" {
        Beside("cluster/{cluster}"): [kafka_cluster::Connect, kafka_cluster::WriteDataIdempotently],
        Beside("topic/{cluster}/{topic}"): [
            kafka_cluster::DescribeTopic,
            kafka_cluster::ReadData,
            kafka_cluster::WriteData,
        ],
        Beside("group/{cluster}/{group}"): [kafka_cluster::AlterGroup, kafka_cluster::DescribeGroup],
    }
}

impl Topic {
    #[inline]
    pub(super) fn new(cluster: &Cluster, name: String) -> Self {
        let cluster = cluster.clone();
        Self { cluster, name }
    }

    /// Returns the name of the topic.
    #[inline]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the ARN of the topic.
    #[inline]
    pub fn arn(&self) -> Arn {
        let form = format!("topic/{{cluster}}/{}", self.name);
        self.cluster.arn_of(&form)
    }

    /// Lets the grantee read the topic as a member of a consumer group, or of those that match a pattern of `*` and `?`.
    ///
    /// It allows `kafka-cluster:Connect` on the cluster, `kafka-cluster:DescribeTopic` and `kafka-cluster:ReadData` on the
    /// topic, and `kafka-cluster:AlterGroup` and `kafka-cluster:DescribeGroup` on the group.
    ///
    /// # Errors
    ///
    /// The group has no name. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{kafka, prelude::*};
    ///
    /// let role = Role::new("billing");
    /// let orders = kafka::Cluster::named("events", "1234abcd-1").topic("orders");
    /// orders.grant_read(&role, "billing")?;
    /// assert!(role.policy().to_json().contains("group/events/1234abcd-1/billing"));
    /// assert!(orders.grant_read(&role, "").is_err());
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read(&self, grantee: impl Grantee, group: &str) -> Result<Grant, GrantError> {
        self.consume(&consuming::grant_read, grantee.into_party(), group)
    }

    /// Lets the grantee read the topic as a member of a consumer group, and write to it.
    ///
    /// It allows what [`grant_read`](Self::grant_read) and [`grant_write`](Self::grant_write) do.
    ///
    /// # Errors
    ///
    /// The group has no name. See also [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{kafka, prelude::*};
    ///
    /// let role = Role::new("billing");
    /// let orders = kafka::Cluster::named("events", "1234abcd-1").topic("orders");
    /// let grant = orders.grant_read_write(&role, "billing-*")?;
    /// assert_eq!(grant.identity_statements().len(), 3);
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn grant_read_write(
        &self,
        grantee: impl Grantee,
        group: &str,
    ) -> Result<Grant, GrantError> {
        self.consume(&consuming::grant_read_write, grantee.into_party(), group)
    }

    #[inline]
    fn consume(
        &self,
        entry: &'static Entry,
        party: Party,
        group: &str,
    ) -> Result<Grant, GrantError> {
        let mut request = Request::new(entry.method, entry.lets, self.label(), party)?;
        if group.is_empty() {
            let problem = "the consumer group has no name".to_owned();
            return Err(request.bad_value(problem, "name the group, or any with `*`"));
        }
        request.plan(&Consumer { topic: self, group }, entry)?;
        Ok(request.give())
    }
}

impl Granting for Topic {
    #[inline]
    fn handle(&self) -> &Handle {
        self.cluster.handle()
    }

    #[inline]
    fn label(&self) -> String {
        format!("topic `{}` of {}", self.name, self.cluster.label())
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        match on {
            On::Beside("topic/{cluster}/{topic}") => Ok(Scope::on(self.arn())),
            _ => self.cluster.scope(on),
        }
    }
}

grants! {
    Topic with policy,
    "topic",
    "kafka::Cluster::named(\"events\", \"1234abcd-1\").topic(\"orders\")",
    "topic `orders` of cluster `events`";

    // Producers are idempotent unless they are told not to be, since Kafka 3.0.
    grant_write => "write to" {
        Beside("cluster/{cluster}"): [kafka_cluster::Connect, kafka_cluster::WriteDataIdempotently],
        Beside("topic/{cluster}/{topic}"): [kafka_cluster::DescribeTopic, kafka_cluster::WriteData],
    }
    grant_create => "create" {
        Beside("cluster/{cluster}"): [kafka_cluster::Connect],
        Beside("topic/{cluster}/{topic}"): [kafka_cluster::CreateTopic],
    }
    grant_delete => "delete" {
        Beside("cluster/{cluster}"): [kafka_cluster::Connect],
        Beside("topic/{cluster}/{topic}"): [kafka_cluster::DescribeTopic, kafka_cluster::DeleteTopic],
    }
}

/// A member of a consumer group that reads a topic.
struct Consumer<'a> {
    topic: &'a Topic,
    group: &'a str,
}

impl Granting for Consumer<'_> {
    #[inline]
    fn handle(&self) -> &Handle {
        self.topic.handle()
    }

    #[inline]
    fn label(&self) -> String {
        self.topic.label()
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        match on {
            On::Beside("group/{cluster}/{group}") => {
                let form = format!("group/{{cluster}}/{}", self.group);
                Ok(Scope::on(self.topic.cluster.arn_of(&form)))
            }
            _ => self.topic.scope(on),
        }
    }
}

#[diagnostic::do_not_recommend]
impl IntoResources for &Topic {
    #[inline]
    fn into_resources(self) -> Vec<Template> {
        self.arn().into_resources()
    }
}
