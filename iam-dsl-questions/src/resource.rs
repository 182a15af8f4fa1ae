//! What a request is about.

use iam_dsl_core::{Arn, PolicyDocument};
use iam_dsl_evaluate::NamedPolicy;

use iam_dsl_builder::__internals::{Handle, HasHandle as _, HasPolicies as _, Owner};
use iam_dsl_builder::{
    Any, Group, InstanceProfile, ManagedPolicy, PermissionsBoundary, Role, User, dynamodb, logs,
    s3, secretsmanager, sqs,
};

/// The resource of a request: a handle, an ARN, or [`any()`](iam_dsl_builder::any) for an action that acts on none.
///
/// A handle brings the resource's account and its policy. An ARN by itself has neither more than it says:
/// no policy, and where it names no account, that of the deployment.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the resource of a request",
    label = "not a resource",
    note = "write `bucket.objects(\"key\")`, `&queue` or another handle, `arn!(\"arn:aws:s3:::bucket/key\")` for a literal, `text.parse::<iam_dsl::Arn>()?` for run-time text, or `any()`"
)]
pub trait RequestResource: sealed::Sealed {
    #[doc(hidden)]
    fn into_target(self, action: &str) -> Target;
}

mod sealed {
    pub trait Sealed {}
}

/// A resource, as questions see it.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Target {
    /// Nothing for an action that acts on no resource.
    pub(crate) arn: Option<Arn>,
    pub(crate) owner: Owner,
    /// Whether `owner` is what a handle says, not what an ARN leaves open.
    pub(crate) is_handle: bool,
    /// The resource's own policy, under the name of the resource.
    pub(crate) policy: Option<NamedPolicy>,
}

impl Target {
    /// No resource.
    pub(crate) const ANY: Self = Self {
        arn: None,
        owner: Owner::Deploying,
        is_handle: false,
        policy: None,
    };

    fn of_arn(arn: Arn) -> Self {
        let owner = match arn.account().as_str() {
            // AWS's managed policies are in every account.
            None | Some("" | "aws") => Owner::Deploying,
            Some(account) => Owner::Foreign(account.to_owned()),
        };
        Self {
            arn: Some(arn),
            owner,
            ..Self::ANY
        }
    }

    /// What is IAM's has no policy as a resource, and an ARN that says whose it is.
    fn of_identity(arn: Arn) -> Self {
        Self {
            is_handle: true,
            ..Self::of_arn(arn)
        }
    }

    fn of_handle(arn: Arn, handle: &Handle, noun: &str) -> Self {
        let name = format!("{noun} {}", handle.name());
        let policy = handle.policy().into_document();
        Self::of_parts(arn, handle.owner().clone(), name, policy)
    }

    fn of_parts(arn: Arn, owner: Owner, name: String, policy: PolicyDocument) -> Self {
        let has_policy = !policy.statements().is_empty();
        Self {
            arn: Some(arn),
            owner,
            is_handle: true,
            policy: has_policy.then(|| NamedPolicy::new(name, policy)),
        }
    }
}

/// Implements the trait for a type and references to it, by a function of both.
macro_rules! resources {
    ($($type:ty: $of:expr;)*) => {
        $(
            impl sealed::Sealed for $type {}

            impl RequestResource for $type {
                fn into_target(self, action: &str) -> Target {
                    (&self).into_target(action)
                }
            }

            impl sealed::Sealed for &$type {}

            impl RequestResource for &$type {
                fn into_target(self, action: &str) -> Target {
                    let of: fn(&$type, &str) -> Target = $of;
                    of(self, action)
                }
            }
        )*
    };
}

resources! {
    Any: |_, _| Target::ANY;
    Arn: |arn, _| Target::of_arn(arn.clone());
    Role: role;
    User: |user, _| Target::of_identity(user.arn());
    Group: |group, _| Target::of_identity(group.arn());
    ManagedPolicy: |policy, _| Target::of_identity(policy.arn());
    PermissionsBoundary: |boundary, _| Target::of_identity(boundary.arn());
    InstanceProfile: |profile, _| Target::of_identity(profile.arn());
    s3::Bucket: |bucket, _| Target::of_handle(bucket.arn(), bucket.objects("*").handle(), "bucket");
    s3::Objects: |objects, _| Target::of_handle(objects.arn(), objects.handle(), "bucket");
    dynamodb::Table: |table, _| Target::of_handle(table.arn(), table.handle(), "table");
    sqs::Queue: |queue, _| Target::of_handle(queue.arn(), queue.handle(), "queue");
    secretsmanager::Secret: |secret, _| Target::of_handle(secret.arn(), secret.handle(), "secret");
    logs::LogGroup: log_group;
}

/// The policy of a role as a resource is its trust policy, which is about assuming the role and nothing else.
fn role(role: &Role, action: &str) -> Target {
    let policy = if action.starts_with("sts:") {
        role.trust_policy().into_document()
    } else {
        PolicyDocument::new()
    };
    let name = format!("role {}", role.name());
    Target::of_parts(role.arn(), role.owner(), name, policy)
}

/// The ARN of a log group ends in `:*`, but for tagging.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html>
fn log_group(group: &logs::LogGroup, action: &str) -> Target {
    let is_tagging = matches!(
        action,
        "logs:TagResource" | "logs:UntagResource" | "logs:ListTagsForResource"
    );
    let arn = if is_tagging {
        group.arn()
    } else {
        group.streams()
    };
    Target::of_handle(arn, group.handle(), "log group")
}
