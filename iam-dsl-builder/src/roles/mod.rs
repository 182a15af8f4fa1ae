//! Ready-made roles, where everyone needs the same: what AWS's own managed policies give, on what the role is for.
//!
//! | role | for |
//! |---|---|
//! | [`lambda_execution`] | a Lambda function that writes its log |
//! | [`ecs_task`], [`ecs_task_execution`] | the containers of an ECS task; Amazon ECS, which starts them |
//! | [`ec2_instance`] | an EC2 instance |
//! | [`codebuild`] | the builds of a `CodeBuild` project |
//! | [`cargo_lambda_deploy`] | whoever deploys a function with `cargo lambda deploy` |
//!
//! Each is a [`Role`] like any other: grant to it, and add to it.

mod cargo_lambda;
mod codebuild;
mod ec2;
mod ecs;
mod lambda;

pub use self::{
    cargo_lambda::cargo_lambda_deploy,
    codebuild::codebuild,
    ec2::{Ec2Instance, ec2_instance},
    ecs::{ecs_task, ecs_task_execution},
    lambda::lambda_execution,
};

use iam_dsl_core::Arn;

use crate::{
    Role, ServicePrincipal, ValueError, allow, aws, handle::ArnForm, logs::LogGroup, owner::Owner,
};

/// A service by its name.
#[inline]
const fn service(name: &'static str) -> ServicePrincipal {
    ServicePrincipal::__checked(name)
}

/// The ARN of something of the deploying account.
#[inline]
fn own(service: &'static str, resource: &str) -> Arn {
    Owner::Deploying.arn(&ArnForm::regional(service, ""), resource)
}

/// Refuses a name that is longer than a service takes, or has other characters than letters, digits and these.
#[inline]
fn checked(name: &str, noun: &str, others: &str, limit: usize) -> Result<(), ValueError> {
    let is_good = |character: char| character.is_ascii_alphanumeric() || others.contains(character);
    let help = format!("letters, digits and `{others}`, at most {limit}");
    if name.is_empty() || name.len() > limit || !name.chars().all(is_good) {
        return Err(ValueError::new(format!("`{name}` is not the name of {noun}")).with_help(help));
    }
    Ok(())
}

/// Lets a role make its log group, should it not be there, and write to it.
#[inline]
fn write_log(role: &Role, name: String) {
    let group = LogGroup::named(name);
    let write = [
        aws::logs::CreateLogGroup,
        aws::logs::CreateLogStream,
        aws::logs::PutLogEvents,
    ];
    // The ARN of a group ends in `:*` for all of them:
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
    role.add(allow(write).on(group.streams()));
}
