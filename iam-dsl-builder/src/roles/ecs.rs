//! Tasks of Amazon ECS.

use super::{checked, own, service};
use crate::{IntoResources, Role, ValueError, allow, any, aws, logs::LogGroup};

/// The role of an ECS task: what its containers may do, which is nothing before something is granted.
///
/// Amazon ECS assumes it for tasks of this account alone. See AWS's page on
/// [task roles](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html).
///
/// # Errors
///
/// The name is not that of a role.
///
/// # Example
///
/// ```
/// use iam_dsl::{roles, s3};
///
/// let task = roles::ecs_task("web")?;
/// s3::Bucket::named("my-app-uploads").grant_read(&task)?;
/// assert!(task.trust_policy().to_json().contains("aws:SourceArn"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[inline]
pub fn ecs_task(name: &str) -> Result<Role, ValueError> {
    checked(name, "a role", "+=,.@-_", 64)?;
    let tasks = service("ecs-tasks.amazonaws.com");
    Ok(Role::new(name).trusted_by(tasks.from_source(own("ecs", "*"))?))
}

/// The role with which Amazon ECS starts a task: it pulls images from these repositories and writes to this log.
///
/// AWS's `AmazonECSTaskExecutionRolePolicy` does so for every repository and log. A task with secrets needs them
/// granted to this role as well. See AWS's page on
/// [task execution roles](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html), and
/// for the conditions of its trust the examples of
/// [clusters](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html).
///
/// # Errors
///
/// The name is not that of a role.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{logs, roles};
///
/// let images = arn!("arn:aws:ecr:eu-central-1:123456789012:repository/web");
/// let log = logs::LogGroup::named("/ecs/web");
/// let execution = roles::ecs_task_execution("web-execution", images, &log)?;
/// assert!(execution.policy().to_json().contains("ecr:BatchGetImage"));
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[inline]
pub fn ecs_task_execution(
    name: &str,
    repositories: impl IntoResources,
    log: &LogGroup,
) -> Result<Role, ValueError> {
    let role = ecs_task(name)?;
    role.add(allow(aws::ecr::GetAuthorizationToken).on(any()));
    let pull = [
        aws::ecr::BatchCheckLayerAvailability,
        aws::ecr::BatchGetImage,
        aws::ecr::GetDownloadUrlForLayer,
    ];
    role.add(allow(pull).on(repositories));
    let write = [aws::logs::CreateLogStream, aws::logs::PutLogEvents];
    role.add(allow(write).on(log.streams()));
    Ok(role)
}
