//! Grants of single actions, each on what it can act on.

use iam_dsl_core::{ActionElement, ActionPattern, Template, check};

use super::{Grant, GrantError, Granting, On, Party, Request, Wish};
use crate::{Action, handle::Encryption, owner::sample};

/// Gives the actions on those forms of the resource that each can act on, and those of keys on the key of the resource.
#[inline]
pub(crate) fn give_actions(
    granting: &dyn Granting,
    party: Party,
    actions: &ActionElement,
) -> Result<Grant, GrantError> {
    let mut request = Request::new("grant", "use actions on", granting.label(), party)?;
    request.lets = format!("use `{}` on", names(actions));
    let key = match granting.handle().encryption() {
        Encryption::Key(key) => Some(sample(&Template::from(key.arn()))),
        _ => None,
    };
    let mut wishes = Vec::new();
    let mut on_key = Vec::new();
    for pattern in &exact(&request, actions)? {
        if let Some(help) = granting.refusal(pattern, request.party()) {
            return Err(request.unsuitable(pattern, help));
        }
        match (Action::find(pattern.as_str()), &key) {
            (Some(action), Some(key)) if check::action_acts_on(action, key) => on_key.push(action),
            _ => add_wishes(&request, granting, pattern, &mut wishes)?,
        }
    }
    if !wishes.is_empty() {
        request.plan_wishes(granting, &wishes)?;
    }
    request.plan_key(granting, &on_key)?;
    Ok(request.give())
}

/// Gives the actions on the key that the resource is encrypted with.
#[inline]
pub(crate) fn give_on_key(
    granting: &dyn Granting,
    party: Party,
    actions: &ActionElement,
) -> Result<Grant, GrantError> {
    let lets = format!("use `{}` on the key of", names(actions));
    let mut request = Request::new("grant_on_key", lets, granting.label(), party)?;
    let patterns = exact(&request, actions)?;
    let Encryption::Key(key) = granting.handle().encryption() else {
        return Err(GrantError::NoKey {
            method: request.method,
            resource: request.resource,
        });
    };
    let arn = sample(&Template::from(key.arn()));
    let mut on_key = Vec::new();
    for pattern in &patterns {
        match Action::find(pattern.as_str()) {
            Some(action) if check::action_acts_on(action, &arn) => on_key.push(action),
            _ => {
                let help = "grant actions that act on a key, such as `kms:Decrypt`";
                return Err(request.acts_elsewhere(pattern, help));
            }
        }
    }
    request.plan_key(granting, &on_key)?;
    Ok(request.give())
}

/// Whether an action acts on resources of this type of its service's, such as `pipeline-execution`.
#[inline]
pub(crate) fn acts_on_type(action: &ActionPattern, resource_type: &str) -> bool {
    Action::find(action.as_str()).is_some_and(|action| {
        action
            .resources()
            .any(|on| on.resource_type().name() == resource_type)
    })
}

#[inline]
fn add_wishes(
    request: &Request,
    granting: &dyn Granting,
    pattern: &ActionPattern,
    wishes: &mut Vec<Wish>,
) -> Result<(), GrantError> {
    let forms = granting.forms_for(pattern);
    let mut fitting: Vec<On> = Vec::new();
    // What the catalog does not know can act on anything.
    let action = Action::find(pattern.as_str());
    for on in forms {
        for resource in granting.scope(*on)?.resources {
            let fits =
                action.is_none_or(|action| check::action_acts_on(action, &sample(&resource)));
            if fits && !fitting.contains(on) {
                fitting.push(*on);
            }
        }
    }
    if fitting.is_empty() {
        return Err(request.acts_elsewhere(pattern, where_it_acts(granting, action)));
    }
    for on in fitting {
        match wishes.iter_mut().find(|wish| wish.on == on) {
            Some(wish) if wish.actions.contains(pattern) => {}
            Some(wish) => wish.actions.push(pattern.clone()),
            None => wishes.push(Wish {
                actions: vec![pattern.clone()],
                on,
                conditions: Vec::new(),
            }),
        }
    }
    Ok(())
}

/// What to do with an action that does not act on a resource.
#[inline]
fn where_it_acts(granting: &dyn Granting, action: Option<Action>) -> &'static str {
    let service = action.map(|action| action.service().prefix());
    match (service, granting.handle().class().key_via) {
        (Some("kms"), Some(_)) => {
            "say which key it is encrypted with first: `.encrypted_with(&key)`"
        }
        _ if action.is_some_and(|action| action.resources().next().is_none()) => {
            "it acts on no resource in particular: say `allow(..).on(any())` in the grantee's policy, if it is meant"
        }
        _ => "grant it on what it acts on: its documentation in `aws` names that",
    }
}

/// The actions as AWS writes them, if all of them are named in full.
#[inline]
fn exact(request: &Request, actions: &ActionElement) -> Result<Vec<ActionPattern>, GrantError> {
    let patterns = actions.actions().as_slice();
    let help = "say which actions to grant, with `actions![..]`";
    if patterns.is_empty() {
        return Err(request.bad_value("no action was named".to_owned(), help));
    }
    if actions.is_not() {
        let problem = format!("all actions but `{}` are too many", names(actions));
        return Err(request.bad_value(problem, help));
    }
    match patterns.iter().find(|pattern| pattern.is_wildcard()) {
        Some(pattern) => {
            let help = "name the actions in full: a pattern grants what AWS will add, too";
            Err(request.unsuitable(pattern, help))
        }
        None => Ok(patterns.iter().map(canonical).collect()),
    }
}

#[inline]
fn canonical(pattern: &ActionPattern) -> ActionPattern {
    match Action::find(pattern.as_str()) {
        Some(action) => ActionPattern::from(action),
        None => pattern.clone(),
    }
}

#[inline]
fn names(actions: &ActionElement) -> String {
    let names: Vec<&str> = actions
        .actions()
        .iter()
        .map(ActionPattern::as_str)
        .collect();
    names.join("`, `")
}
