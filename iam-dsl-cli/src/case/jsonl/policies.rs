//! The policies of a case.

use iam_dsl_core::json::{Node, Value};
use iam_dsl_core::{PolicyDocument, ReadError};
use iam_dsl_evaluate::{Level, NamedPolicy, Policies};

use crate::read::Mistake;
use crate::read::{given, members, only, text};

/// Reads the policies of a case. Each is named after where it stands, for traces.
pub(super) fn policies(case: &Node<'_>) -> Result<Policies, Mistake> {
    let mut policies = Policies::new();
    for policy in documents(given(case, "identityPolicies"), "identityPolicies")? {
        policies = policies.with_identity_policy(policy);
    }
    if let Some(policy) = given(case, "resourcePolicy") {
        policies = policies.with_resource_policy(document(policy, "resourcePolicy".to_owned())?);
    }
    for policy in documents(given(case, "boundaries"), "boundaries")? {
        policies = policies.with_boundary(policy);
    }
    for policy in documents(given(case, "sessionPolicy"), "sessionPolicy")? {
        policies = policies.with_session_policy(policy);
    }
    for level in levels(case, "scps")? {
        policies = policies.with_scp_level(level);
    }
    for level in levels(case, "rcps")? {
        policies = policies.with_rcp_level(level);
    }
    for policy in documents(given(case, "endpointPolicies"), "endpointPolicies")? {
        policies = policies.with_endpoint_policy(policy);
    }
    match given(case, "managementAccountId") {
        None => Ok(policies),
        Some(account) => {
            let account = text(account, "`managementAccountId`")?;
            Ok(policies.with_management_account(account))
        }
    }
}

fn levels(case: &Node<'_>, layer: &str) -> Result<Vec<Level>, Mistake> {
    let Some(node) = given(case, layer) else {
        return Ok(Vec::new());
    };
    let Value::Array(items) = &node.value else {
        let message = format!(
            "`{layer}` is {}, not a list of levels",
            node.value.describe()
        );
        return Err(Mistake::new(node.span, message));
    };
    let mut levels = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        levels.push(level(item, &format!("{layer}[{index}]"))?);
    }
    Ok(levels)
}

fn level(node: &Node<'_>, place: &str) -> Result<Level, Mistake> {
    const MEMBERS: &[&str] = &["orgIdentifier", "policies"];
    only(members(node, &format!("`{place}`"))?, MEMBERS, "a level")?;
    // An empty level denies everything: it must not come from a key that was forgotten.
    let Some(attached) = given(node, "policies") else {
        return Err(Mistake::new(node.span, "the level has no `policies`"));
    };
    let name = match given(node, "orgIdentifier") {
        Some(name) => text(name, "`orgIdentifier`")?,
        None => place,
    };
    let mut level = Level::new(name);
    for policy in documents(Some(attached), &format!("{place}.policies"))? {
        level = level.with_policy(policy);
    }
    Ok(level)
}

/// Reads a list of policies, or one that stands by itself.
fn documents(node: Option<&Node<'_>>, place: &str) -> Result<Vec<NamedPolicy>, Mistake> {
    match node {
        None => Ok(Vec::new()),
        Some(node) => match &node.value {
            Value::Array(items) => {
                let mut policies = Vec::with_capacity(items.len());
                for (index, item) in items.iter().enumerate() {
                    policies.push(document(item, format!("{place}[{index}]"))?);
                }
                Ok(policies)
            }
            _ => Ok(vec![document(node, place.to_owned())?]),
        },
    }
}

/// Reads a policy: an object, or a string that holds JSON, as APIs of AWS have it.
fn document(node: &Node<'_>, place: String) -> Result<NamedPolicy, Mistake> {
    let policy = match &node.value {
        Value::String(text) => text
            .parse::<PolicyDocument>()
            .map_err(|error| unreadable(node, &place, &error)),
        _ => PolicyDocument::from_node(node).map_err(|error| unreadable(node, &place, &error)),
    };
    Ok(NamedPolicy::new(place, policy?))
}

/// Points at the place in the line; for a policy in a string, the message has that in the policy.
fn unreadable(node: &Node<'_>, place: &str, error: &ReadError) -> Mistake {
    let span = match node.value {
        Value::String(_) => node.span,
        _ => error.span().unwrap_or(node.span),
    };
    Mistake::new(span, format!("`{place}` is no policy: {error}"))
        .with_help(error.help().map(str::to_owned))
}
