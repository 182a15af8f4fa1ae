//! Requests that can be made, and the policies without which each of them is denied.

use iam_dsl_core::json::Span;
use iam_dsl_evaluate::{Caller, Decision, Request};

use super::layers::Layers;
use super::provider::{self, WITH_SAML, WITH_WEB_IDENTITY, is_provider, is_saml};
use super::sentence::{Sentence, Verdict};
use crate::case::Expectation;
use crate::read::Mistake;

const ASSUME_ROLE: &str = "sts:AssumeRole";

/// What is asked for together with a role, by whoever asks for the role.
const WITH_A_ROLE: [&str; 2] = ["sts:SetSourceIdentity", "sts:TagSession"];

/// Checks that AWS knows requests of such a caller for such an action.
///
/// AWS: [methods to assume a role](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html).
pub(super) fn can_ask(sentence: &Sentence, caller: &Caller) -> Result<(), Mistake> {
    let action = &*sentence.action.value;
    let is = |name: &str| name.eq_ignore_ascii_case(action);
    let is_with_a_role = WITH_A_ROLE.into_iter().any(is);
    let is_for_providers = is(WITH_WEB_IDENTITY) || is(WITH_SAML);
    let own_way = way_to_a_role(caller);
    let is_possible = match own_way {
        _ if sentence.is_unchecked => true,
        Some(ASSUME_ROLE) => !is_for_providers,
        Some(way) => is(way) || is_with_a_role,
        None => !is_for_providers && !is(ASSUME_ROLE) && !is_with_a_role,
    };
    if is_possible {
        return Ok(());
    }
    let help = match own_way {
        Some(way) if is(ASSUME_ROLE) || is_for_providers => match whose(action) {
            Some(example) => {
                format!("write `{way}`, or name a provider that it is for, as in `as {example}`")
            }
            None => format!("write `{way}`: with it such a provider lets people take a role"),
        },
        Some(way) => format!(
            "a provider asks for `{way}` alone: name whom it lets in by the role, as in \
             `as arn:aws:iam::123456789012:role/app`"
        ),
        None => {
            let example = whose(action);
            let example = example.as_deref().unwrap_or("lambda.amazonaws.com");
            format!("name who takes the role, as in `as {example}`")
        }
    };
    let message = format!("`{caller}` cannot ask for `{action}`");
    Err(Mistake::new(sentence.action.span, message).with_help(help))
}

/// The action by which a caller takes a role.
fn way_to_a_role(caller: &Caller) -> Option<&'static str> {
    if !is_provider(caller) {
        let is_anonymous = caller.as_str().eq_ignore_ascii_case("anonymous");
        return (!is_anonymous).then_some(ASSUME_ROLE);
    }
    Some(if is_saml(caller) {
        WITH_SAML
    } else {
        WITH_WEB_IDENTITY
    })
}

/// A provider by which a role is taken with the action.
fn whose(action: &str) -> Option<String> {
    if action.eq_ignore_ascii_case(WITH_SAML) {
        return Some("arn:aws:iam::123456789012:saml-provider/staff".to_owned());
    }
    action
        .eq_ignore_ascii_case(WITH_WEB_IDENTITY)
        .then(|| provider::arn("token.actions.githubusercontent.com"))
}

/// Checks that the policies are named without which every such request is denied. What a Deny
/// statement must match is no such request.
pub(super) fn has_policies(
    verdict: Verdict,
    span: Span,
    request: &Request,
    layers: &Layers,
) -> Result<(), Mistake> {
    if verdict.expected == Expectation::Exactly(Decision::ExplicitlyDenied) {
        return Ok(());
    }
    if let Some(policy) = deciding_policy(request)
        && !layers.names("resource")
    {
        let action = request.action();
        let message = format!("`{action}` is decided by the {policy}, and none is given");
        return Err(Mistake::new(span, message).with_help(
            "name it under `resource`; where there is to be none, write `resource: none`"
                .to_owned(),
        ));
    }
    if needs_both_accounts(request) && !layers.names("identity") {
        let message = format!(
            "`{}` is of another account than the resource, and what it may do is not given",
            request.caller()
        );
        return Err(Mistake::new(span, message).with_help(
            "both accounts must allow it: in a group of such callers, name under `identity` what they may do \
             at most; where that is nothing, write `identity: none`"
                .to_owned(),
        ));
    }
    Ok(())
}

/// The policy of the resource that must speak before any other counts: every role and every key
/// has one.
///
/// AWS: [roles](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#id_roles_terms-and-concepts),
/// [key policies](https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html).
fn deciding_policy(request: &Request) -> Option<&'static str> {
    let action = request.action().to_ascii_lowercase();
    let resource = request.resource().splitn(6, ':').nth(5)?;
    if action.starts_with("sts:") {
        return resource
            .starts_with("role/")
            .then_some("role's trust policy");
    }
    // What is done to an alias itself needs a permission for the alias besides that for its key.
    let is_key = resource.starts_with("key/")
        || resource.starts_with("alias/") && !action.ends_with("alias");
    (action.starts_with("kms:") && is_key).then_some("key's policy")
}

/// Tells whether a caller of another account asks whose own policies must allow it. What root users
/// may do, no policy of theirs says.
///
/// AWS: [cross-account policy evaluation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html).
fn needs_both_accounts(request: &Request) -> bool {
    let (Some(account), Some(owner)) = (request.caller().account(), request.owner()) else {
        return false;
    };
    account != owner && !request.caller().as_str().ends_with(":root")
}
