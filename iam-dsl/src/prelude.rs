//! What most programs need: `use iam_dsl::prelude::*;`.
//!
//! It holds no service, so that `s3` and the like stay free for modules and variables of your own.

pub use crate::{
    AccountPrincipal, BoundaryPolicy, Env, IdentityPolicy, Policy, RcpPolicy, ResourcePolicy, Role,
    ScpPolicy, ServicePrincipal, SessionPolicy, TrustPolicy, VpcEndpointPolicy, action, actions,
    allow, any, anyone, arn, aws, cidr, date, deny, include_policy, key, managed_policy,
    not_actions, policy, resource_policy, service_principal, trust_policy, web_identity,
};
