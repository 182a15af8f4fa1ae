//! From what the layers say to a decision.
//!
//! AWS: [how enforcement code evaluates requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html),
//! [cross-account policy evaluation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html).

mod cause;
mod exceptions;

use crate::Request;
use crate::caller::CallerKind;
use crate::principal::Grade;
use crate::verdicts::{LayerId, Layers, Verdicts};

pub(crate) use cause::Cause;
use exceptions::{
    Gate, gate, is_always_allowed, is_for_own_account_only, is_not_for_federated_users, is_refused,
};
pub(crate) use exceptions::{has_own_policy, is_above_rcps, is_above_resource_policy};

/// Decides a request whose layers have spoken.
pub(crate) fn judge(layers: &Layers, verdicts: &Verdicts, request: &Request) -> Cause {
    if request.action_key().is_empty() {
        return Cause::NoAction;
    }
    if is_always_allowed(request) {
        return Cause::NeedsNoPermission;
    }
    if let Some((layer, statement)) = verdicts.denied_by {
        return Cause::Denied(layer, statement);
    }
    if is_refused(request) {
        return Cause::Refused;
    }
    if is_not_for_federated_users(request) {
        return Cause::NotForFederatedUsers;
    }
    if let Some(layer) = verdicts.guardrail {
        return Cause::Silent(layer);
    }
    match (request.caller().account(), request.owner()) {
        (None, _) => resource_side_only(verdicts, request),
        (Some(_), None) => Cause::UnknownOwner,
        (Some(account), Some(owner)) if account == owner => same_account(layers, verdicts, request),
        (Some(_), Some(_)) => cross_account(layers, verdicts, request),
    }
}

/// Services, identity providers and anonymous callers have no policies of their own.
fn resource_side_only(verdicts: &Verdicts, request: &Request) -> Cause {
    let grade = verdicts.resource.grade();
    match request.caller().kind {
        // Whose the canonical user is, and what its account allows it, is not known.
        CallerKind::CanonicalUser => Cause::UnknownCaller,
        // KMS and STS want signed requests.
        CallerKind::Anonymous if grade == Some(Grade::Any) && gate(request).is_none() => {
            Cause::Resource
        }
        CallerKind::Anonymous => Cause::Silent(LayerId::Resource),
        _ if grade >= Some(Grade::Direct) => Cause::Resource,
        _ => Cause::Silent(LayerId::Resource),
    }
}

fn same_account(layers: &Layers, verdicts: &Verdicts, request: &Request) -> Cause {
    let gate = gate(request);
    let is_root = matches!(request.caller().kind, CallerKind::Root(_));
    if is_root && gate.is_none() {
        return Cause::Root;
    }
    if is_root && gate == Some(Gate::Role) {
        return Cause::RootCannotAssume;
    }
    match verdicts.resource.grade() {
        Some(Grade::Any | Grade::Direct) => return Cause::Resource,
        Some(Grade::OwnerOfSession) => {
            return limits(layers, verdicts, request).unwrap_or(Cause::Resource);
        }
        Some(Grade::Account) if is_root => return Cause::Root,
        None if gate.is_some() => return Cause::Gated,
        Some(Grade::Account) | None => {}
    }
    if !verdicts.identity.allows() {
        return Cause::Silent(LayerId::Identity);
    }
    limits(layers, verdicts, request).unwrap_or(Cause::Identity)
}

/// Both accounts must allow it: no policy of the resource stands for one of the caller's account.
fn cross_account(layers: &Layers, verdicts: &Verdicts, request: &Request) -> Cause {
    let is_root = matches!(request.caller().kind, CallerKind::Root(_));
    if is_root && gate(request) == Some(Gate::Role) {
        return Cause::RootCannotAssume;
    }
    if is_for_own_account_only(request) {
        return Cause::OwnAccountOnly;
    }
    if !verdicts.resource.allows() {
        return Cause::OtherAccount;
    }
    if !is_root && !verdicts.identity.allows() {
        return Cause::Silent(LayerId::Identity);
    }
    limits(layers, verdicts, request).unwrap_or(Cause::BothAccounts)
}

/// What limits a caller without granting anything: its boundary, its session.
fn limits(layers: &Layers, verdicts: &Verdicts, request: &Request) -> Option<Cause> {
    if let Some(boundary) = verdicts.boundary {
        return Some(Cause::Silent(boundary));
    }
    let is_federated = matches!(request.caller().kind, CallerKind::FederatedUser { .. });
    match &layers.session {
        Some(_) if !verdicts.session.allows() => Some(Cause::Silent(LayerId::Session)),
        None if is_federated => Some(Cause::NoSessionPolicy),
        _ => None,
    }
}
