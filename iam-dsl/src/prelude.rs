//! What most programs need: `use iam_dsl::prelude::*;`.
//!
//! It holds no service, so that `s3` and the like stay free for modules and variables of your own.

#[cfg(feature = "evaluate")]
pub use crate::evaluate::HasPermissions;
pub use crate::{
    AccountPrincipal, BoundaryPolicy, Env, IdentityPolicy, Policy, ResourceControlPolicy,
    ResourcePolicy, Role, ServiceControlPolicy, ServicePrincipal, SessionPolicy, TrustPolicy,
    VpcEndpointPolicy, action, actions, allow, any, anyone, arn, assert_allows, assert_denies, aws,
    boundary_policy, cidr, date, deny, include_policy, key, managed_policy, not_actions, policy,
    resource_control_policy, resource_policy, service_control_policy, service_principal,
    session_policy, trust_policy, vpc_endpoint_policy, web_identity,
};
