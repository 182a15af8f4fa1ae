//! The builders of [`iam_dsl`](https://docs.rs/iam-dsl): statements, conditions, principals, roles, resources and
//! their grants.
//!
//! Depend on `iam-dsl`, which re-exports all of this beside the macros. It is a crate of its own because it needs
//! nothing of the macros: Cargo compiles it while they compile.

// First, since the tables of grants below use its macros.
#[macro_use]
mod grant;

#[doc(hidden)]
#[path = "internals.rs"]
pub mod __internals;
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod account;
mod actions;
#[cfg(feature = "validate")]
mod allowances;
#[cfg(not(feature = "validate"))]
#[path = "no_allowances.rs"]
mod allowances;
mod any;
pub mod apigateway;
pub mod appconfig;
pub mod appmesh;
pub mod appsync;
pub mod athena;
pub mod aws;
mod aws_managed_policy;
pub mod backup;
pub mod batch;
pub mod bedrock;
pub mod bedrock_agentcore;
pub mod build;
pub mod check;
pub mod cloudfront;
pub mod cloudwatch;
pub mod codebuild;
pub mod codecommit;
pub mod codedeploy;
pub mod codeguru_profiler;
pub mod codepipeline;
#[doc(alias = "cognito")]
pub mod cognito_idp;
pub mod condition;
pub mod delegation;
pub mod document;
pub mod dynamodb;
pub mod ec2;
pub mod ecr;
pub mod ecr_public;
pub mod ecs;
#[doc(alias = "efs")]
pub mod elasticfilesystem;
mod env;
#[doc(alias = "opensearch")]
pub mod es;
pub mod events;
pub mod firehose;
#[doc(alias = "location")]
pub mod geo;
pub mod glue;
mod group;
mod handle;
mod identity;
mod instance_profile;
#[cfg(any(feature = "aws_lambda_events", feature = "serde_json"))]
mod interop;
#[doc(alias = "msk")]
pub mod kafka;
pub mod kinesis;
pub mod kms;
pub mod lambda;
pub mod logs;
mod managed_policy;
pub mod mq;
mod owner;
mod permissions_boundary;
pub mod policy;
pub mod principal;
pub mod rds;
mod resource;
mod role;
mod role_grants;
pub mod roles;
pub mod route53;
pub mod s3;
pub mod s3tables;
pub mod s3vectors;
pub mod sagemaker;
pub mod scheduler;
pub mod secretsmanager;
pub mod ses;
mod shared;
pub mod sns;
pub mod sqs;
pub mod ssm;
pub mod statement;
#[doc(alias = "stepfunctions")]
pub mod states;
pub mod trust;
mod user;
mod value_error;
pub mod xray;

#[doc(no_inline)]
pub use iam_dsl_catalog as catalog;
/// The constants of [`aws`] are of this type, so an action that does not exist does not compile.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::Action;
///
/// assert_eq!(aws::s3::GetObject.name(), "GetObject");
/// assert_eq!(Action::find("S3:getobject"), Some(aws::s3::GetObject));
///
/// let statement = allow(Action::unchecked("s3:BrandNewAction")).on(any());
/// assert!(IdentityPolicy::new().with(statement).to_json().contains("s3:BrandNewAction"));
/// ```
///
#[doc(inline)]
pub use iam_dsl_catalog::Action;
#[doc(inline)]
pub use iam_dsl_catalog::UncheckedAction;
pub use iam_dsl_core::{
    ActionPattern, Arn, Effect, PolicyDocument, PolicyKind, PolicyStatement, Template, Token,
    Unresolved,
    check::{Finding, FindingType},
};

#[doc(hidden)]
pub use self::group::IsPrincipal;
pub use self::{
    account::{Account, AccountFinding, AccountMember},
    actions::{Actions, IntoActions, NotActions, OneAction},
    any::{Any, any},
    aws_managed_policy::AwsManagedPolicy,
    env::Env,
    grant::{AnyGrantee, Grant, GrantError, Grantee},
    group::Group,
    identity::{AttachedPolicies, IdentityError},
    instance_profile::InstanceProfile,
    managed_policy::{Attachable, ManagedPolicy},
    permissions_boundary::{Bounding, PermissionsBoundary},
    policy::{
        BoundaryPolicy, IdentityPolicy, Policy, ResourceControlPolicy, ResourcePolicy,
        ServiceControlPolicy, SessionPolicy, TrustPolicy, VpcEndpointPolicy, kind,
    },
    principal::{AccountPrincipal, Anyone, ServicePrincipal, anyone, web_identity},
    resource::IntoResources,
    role::Role,
    statement::{Statement, allow, deny},
    user::User,
    value_error::ValueError,
};
