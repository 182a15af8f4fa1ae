//! Cedar: the same policies in its own language, parsed once.
//!
//! Action patterns become action groups that the requests' actions are in, and ARNs with a wildcard a `like`.

use super::Decide;
use crate::evaluate::work::{CALLER, NETWORK, ORGANIZATION, Statement, Work};
use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid,
    PolicySet, Request, RestrictedExpression,
};
use iam_dsl_core::ActionPattern;
use std::collections::{BTreeSet, HashSet};
use std::error::Error;

pub fn prepare(work: &Work) -> Result<Decide, Box<dyn Error>> {
    let statements: Vec<String> = work.policies.iter().flatten().map(policy).collect();
    let policies: PolicySet = statements.join("\n").parse()?;
    let entities = action_groups(work)?;
    let caller = entity("User", CALLER)?;
    let mut requests = Vec::new();
    for request in work.requests() {
        let text = |value: &str| RestrictedExpression::new_string(value.to_owned());
        let context = Context::from_pairs([
            ("arn".to_owned(), text(&request.resource)),
            ("organization".to_owned(), text(request.organization)),
            (
                "address".to_owned(),
                RestrictedExpression::new_ip(request.address),
            ),
        ])?;
        requests.push(Request::new(
            caller.clone(),
            entity("Action", &request.action)?,
            entity("Resource", &request.resource)?,
            context,
            None,
        )?);
    }
    let authorizer = Authorizer::new();
    Ok(Box::new(move |number| {
        let response = authorizer.is_authorized(&requests[number], &policies, &entities);
        response.decision() == Decision::Allow
    }))
}

/// One statement in Cedar's language.
fn policy(statement: &Statement) -> String {
    let actions: Vec<String> = statement
        .actions
        .iter()
        .map(|action| format!("Action::{action:?}"))
        .collect();
    let scope = match actions.as_slice() {
        [action] => format!("action == {action}"),
        several => format!("action in [{}]", several.join(", ")),
    };
    let resources: Vec<String> = statement
        .resources
        .iter()
        .map(|arn| {
            if arn.contains('*') {
                format!("context.arn like {arn:?}")
            } else {
                format!("resource == Resource::{arn:?}")
            }
        })
        .collect();
    let mut condition = resources.join(" || ");
    if statement.has_conditions {
        condition = format!(
            "({condition}) && context.organization == {ORGANIZATION:?} && context.address.isInRange(ip({NETWORK:?}))"
        );
    }
    format!("permit(principal, {scope}, resource) when {{ {condition} }};")
}

/// The requests' actions, each in the groups that are named like the patterns it matches.
fn action_groups(work: &Work) -> Result<Entities, Box<dyn Error>> {
    let patterns: BTreeSet<&String> = work
        .policies
        .iter()
        .flatten()
        .flat_map(|statement| &statement.actions)
        .filter(|action| action.contains('*'))
        .collect();
    let actions: BTreeSet<&String> = work.requests().map(|request| &request.action).collect();
    let mut entities = Vec::new();
    for action in actions {
        let groups = patterns
            .iter()
            .filter(|pattern| ActionPattern::unchecked(pattern.as_str()).matches(action))
            .map(|pattern| entity("Action", pattern))
            .collect::<Result<HashSet<_>, _>>()?;
        entities.push(Entity::new_no_attrs(entity("Action", action)?, groups));
    }
    Ok(Entities::from_entities(entities, None)?)
}

fn entity(kind: &str, name: &str) -> Result<EntityUid, Box<dyn Error>> {
    let kind: EntityTypeName = kind.parse()?;
    Ok(EntityUid::from_type_name_and_id(kind, EntityId::new(name)))
}
