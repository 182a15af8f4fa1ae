//! The builders of [`iam_dsl`](https://docs.rs/iam-dsl): statements, conditions, principals, roles, resources and
//! their grants.
//!
//! Depend on `iam-dsl`, which re-exports all of this beside the macros. It is a crate of its own because it needs
//! nothing of the macros: Cargo compiles it while they compile.

#[doc(hidden)]
#[path = "internals.rs"]
pub mod __internals;
#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod account;
mod actions;
mod any;
pub mod aws;
mod aws_managed_policy;
pub mod build;
pub mod condition;
pub mod delegation;
pub mod document;
pub mod dynamodb;
mod env;
mod grant;
mod group;
mod handle;
mod identity;
mod instance_profile;
#[cfg(any(feature = "aws_lambda_events", feature = "serde_json"))]
mod interop;
pub mod logs;
mod managed_policy;
mod owner;
mod permissions_boundary;
pub mod policy;
pub mod principal;
mod resource;
mod role;
pub mod roles;
pub mod s3;
pub mod secretsmanager;
mod shared;
pub mod sqs;
pub mod statement;
pub mod trust;
mod user;
mod value_error;

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
    grant::{Grant, GrantError, Grantee},
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
