//! How the tests of trust ask who may assume a role.

use iam_dsl::evaluate::{Caller, ContextValue, Evaluator, NamedPolicy, Policies, Request};
use iam_dsl::prelude::*;
use iam_dsl::principal::IntoTrust;

pub(crate) fn env() -> Env {
    Env::new("123456789012", "us-east-1").unwrap()
}

/// A role that trusts this and nothing else, and what it is asked.
pub(crate) struct Trusting(Role);

impl Trusting {
    pub(crate) fn new(trust: impl IntoTrust) -> Self {
        Self(Role::new("deploy").with_env(&env()).trusted_by(trust))
    }

    /// Whether a caller may assume the role, with what the request holds.
    pub(crate) fn lets_in(&self, caller: &str, action: &str, context: &[(&str, &str)]) -> bool {
        let values: Vec<(&str, ContextValue)> = context
            .iter()
            .map(|(key, value)| (*key, ContextValue::from(*value)))
            .collect();
        self.lets_in_with(caller, action, values)
    }

    pub(crate) fn lets_in_with(
        &self,
        caller: &str,
        action: &str,
        context: Vec<(&str, ContextValue)>,
    ) -> bool {
        let caller: Caller = caller.parse().unwrap();
        let mut policies = Policies::new()
            .with_resource_policy(NamedPolicy::new("trust", self.0.trust_policy().into()));
        if caller.account().is_some() {
            // What another account allows its own roles is not what is tested here.
            let statement = allow(actions![sts:*]).on(any());
            policies = policies.with_identity_policy(IdentityPolicy::new().with(statement));
        }
        let mut request = Request::new(caller, action, self.0.arn().to_string());
        for (key, value) in context {
            request = request.with(key, value);
        }
        Evaluator::new(&policies).decide(&request).is_allowed()
    }

    /// Whether the bearer of a token with this audience and subject may assume the role.
    pub(crate) fn takes_token(&self, provider: &str, audience: &str, subject: &str) -> bool {
        self.takes_claims(provider, &[("aud", audience), ("sub", subject)])
    }

    pub(crate) fn takes_claims(&self, provider: &str, claims: &[(&str, &str)]) -> bool {
        let keys: Vec<String> = claims
            .iter()
            .map(|(claim, _)| format!("{provider}:{claim}"))
            .collect();
        let context: Vec<(&str, &str)> = keys
            .iter()
            .zip(claims)
            .map(|(key, (_, value))| (key.as_str(), *value))
            .collect();
        let caller = format!("arn:aws:iam::123456789012:oidc-provider/{provider}");
        self.lets_in(&caller, "sts:AssumeRoleWithWebIdentity", &context)
    }
}
