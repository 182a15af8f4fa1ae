//! Clusters.

use iam_dsl_core::Arn;

use super::Topic;
use crate::{
    Env, GrantError, ValueError,
    grant::{Granting, On, Scope, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, not_the_arn,
        policy_methods,
    },
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "cluster",
    kind: "AWS::MSK::Cluster",
    arn: ArnForm::regional("kafka", "cluster/").without(&[':']),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[
        On::Itself,
        On::Beside("topic/{cluster}/*"),
        On::Beside("group/{cluster}/*"),
        On::Beside("transactional-id/{cluster}/*"),
    ],
};

/// A cluster, by its name and the id at the end of its ARN: who may connect to it, and its own policy.
///
/// Clients of other accounts need the cluster's policy to admit them, and a private connection: see AWS's page on
/// [cluster policies](https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html).
///
/// A cluster is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::kafka;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let events = kafka::Cluster::new(&env, "events", "1234abcd-12ab-34cd-56ef-1234567890ab-1");
/// let role = Role::new("billing");
/// events.topic("orders").grant_read(&role, "billing")?;
/// assert!(role.policy().to_json().contains("topic/events/1234abcd-12ab-34cd-56ef-1234567890ab-1/orders"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cluster {
    handle: Handle,
    /// Its name and id, as the ARNs of its topics have them.
    path: String,
}

handle_methods!(Cluster, "cluster");
policy_methods!(Cluster, "cluster");
action_methods!(
    Cluster,
    "cluster",
    "kafka::Cluster::named(\"events\", \"1234abcd-1\")",
    kafka::DescribeClusterV2
);

impl Cluster {
    /// The cluster of this name, and the id at the end of its ARN, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: &str, id: &str) -> Self {
        Self::of_owner(Owner::Known(env.clone()), name, id)
    }

    /// The cluster of this name and id, in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: &str, id: &str) -> Self {
        Self::of_owner(Owner::Deploying, name, id)
    }

    /// The cluster that has this ARN: one that exists already, such as another account's.
    ///
    /// # Errors
    ///
    /// The ARN is not that of one cluster.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{kafka, prelude::*};
    ///
    /// let events = kafka::Cluster::from_arn(arn!("arn:aws:kafka:us-east-1:999999999999:cluster/events/1234abcd-1"))?;
    /// assert_eq!(events.name(), "events");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        let handle = Handle::from_arn(&CLASS, arn)?;
        match handle.name().split_once('/') {
            Some((name, id)) if !name.is_empty() && !id.is_empty() && !id.contains('/') => {
                let (name, path) = (name.to_owned(), handle.name().to_owned());
                let handle = handle.with_name(name);
                Ok(Self { handle, path })
            }
            _ => Err(not_the_arn(&handle.arn(), CLASS.noun)),
        }
    }

    #[inline]
    fn of_owner(owner: Owner, name: &str, id: &str) -> Self {
        let path = format!("{name}/{id}");
        let handle = Handle::named(&CLASS, owner, path.clone()).with_last_name(name.to_owned());
        Self { handle, path }
    }

    /// A topic of the cluster, or those whose names match a pattern of `*` and `?`.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{kafka, prelude::*};
    ///
    /// let role = Role::new("shop");
    /// let orders = kafka::Cluster::named("events", "1234abcd-1").topic("orders");
    /// let grant = orders.grant_write(&role)?;
    /// assert_eq!(grant.to_string(), "role `shop` may write to topic `orders` of cluster `events`");
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[inline]
    pub fn topic(&self, name: impl Into<String>) -> Topic {
        Topic::new(self, name.into())
    }

    /// The ARN of something of the cluster's, with its name and id where `{cluster}` stands.
    #[inline]
    pub(super) fn arn_of(&self, form: &str) -> Arn {
        let resource = form.replace("{cluster}", &self.path);
        self.handle.arn().with_resource(resource)
    }
}

impl Granting for Cluster {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        Ok(match on {
            On::Beside(form) => Scope::on(self.arn_of(form)),
            _ => Scope::of(&self.handle, on),
        })
    }
}

grants! {
    Cluster with policy, "cluster", "kafka::Cluster::named(\"events\", \"1234abcd-1\")", "cluster `events`";

    /// Nothing can be read or written by this alone.
    grant_connect => "connect to" {
        Itself: [kafka_cluster::Connect],
    }
    grant_create_topics => "create topics of" {
        Itself: [kafka_cluster::Connect],
        Beside("topic/{cluster}/*"): [kafka_cluster::CreateTopic],
    }
}
