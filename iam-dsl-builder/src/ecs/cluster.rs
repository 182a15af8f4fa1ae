//! Clusters.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
    },
};

const CLASS: Class = Class {
    noun: "cluster",
    kind: "AWS::ECS::Cluster",
    arn: ArnForm::regional("ecs", "cluster/"),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself, On::Beside("task/{name}/*")],
};

/// A cluster: who may act on the tasks that run in it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ecs;
///
/// let shop = ecs::Cluster::named("shop");
/// let task = Role::new("worker");
/// shop.grant_task_protection(&task)?;
/// assert!(task.policy().to_json().contains("task/shop/*"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cluster {
    handle: Handle,
}

handle_methods!(Cluster, "cluster");
named_methods!(
    Cluster,
    "cluster",
    "ecs::Cluster",
    "shop",
    "arn:aws:ecs:us-east-1:123456789012:cluster/shop"
);
action_methods!(
    Cluster,
    "cluster",
    "ecs::Cluster::named(\"shop\")",
    ecs::DescribeClusters
);

impl Cluster {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Cluster {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    Cluster, "cluster", "ecs::Cluster::named(\"shop\")", "cluster `shop`";

    /// A protected task is not stopped when the service scales in or deploys. See AWS's page on
    /// [task protection](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-scale-in-protection.html).
    grant_task_protection => "protect tasks of" {
        Beside("task/{name}/*"): [ecs::UpdateTaskProtection],
    }
}
