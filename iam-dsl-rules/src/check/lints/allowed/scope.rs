//! On how much a statement lets an action act.

use iam_dsl_catalog::{Action, ActionResource};

use super::arn::Arn;
use crate::check::view::{Leaf, Statement};

/// What an action that is allowed without naming anything acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check::lints) enum Scope {
    /// All resources of a type, at least of one account in one region.
    All,
    /// The caller's own user: for what changes permissions as good as everything.
    Own,
}

impl Scope {
    pub(super) fn covers(self, other: Self) -> bool {
        self == Self::All || self == other
    }
}

/// What changes the permissions of a user.
const ON_USERS: &[&str] = &["iam:AttachUserPolicy", "iam:PutUserPolicy"];

const OWN_USER: &str = "/${aws:username}";

/// What acts on a machine with a document: who may use all documents may still be limited to a machine.
const ON_MACHINES: &[&str] = &["ssm:SendCommand", "ssm:StartSession"];
const MACHINES: &[&str] = &["instance", "managed-instance", "task"];

/// The documents of AWS that run what the caller writes. A session needs none.
const RUN_ANYTHING: &[&str] = &[
    "document/AWS-RunPowerShellScript",
    "document/AWS-RunShellScript",
];

/// Returns false where every resource has a name: the quick look, for nearly all statements that are written with care.
pub(in crate::check::lints) fn names_little(statement: &Statement<'_>) -> bool {
    statement.resources.iter().any(|element| {
        let is_open = |(_, text): (_, &str)| super::is_pattern(text) || is_own_user(text);
        element.name == "NotResource" || element.known().any(is_open)
    })
}

/// Returns on how much an Allow lets the action act, or nothing where it names the resources.
///
/// Resources that are not known may be names.
pub(super) fn allowed(statement: &Statement<'_>, action: &str) -> Option<Scope> {
    let element = statement.resources.first()?;
    let covers_all = |text: &str| is_all(text, action, false);
    if element.name == "NotResource" {
        // What is on all but some is on all, as long as there is anything left.
        let leaves_some = |item: &Leaf<'_>| item.text.is_some_and(|text| !covers_all(text));
        return element.items.iter().all(leaves_some).then_some(Scope::All);
    }
    let any = |holds: &dyn Fn(&str) -> bool| element.known().any(|(_, text)| holds(text));
    if any(&covers_all) {
        let is_tied = action == "ssm:SendCommand" && !any(&runs_anything);
        return (!is_tied).then_some(Scope::All);
    }
    (ON_USERS.contains(&action) && any(&is_own_user)).then_some(Scope::Own)
}

/// Returns how much of what the action acts on a Deny takes away.
///
/// Resources that are not known may be all.
pub(super) fn denied(statement: &Statement<'_>, action: &str) -> Option<Scope> {
    let element = statement.resources.first()?;
    let covers_all = |item: &Leaf<'_>| item.text.is_none_or(|text| is_all(text, action, true));
    if element.name == "NotResource" {
        let leaves_names = |item: &Leaf<'_>| item.text.is_none() || !covers_all(item);
        return element.items.iter().all(leaves_names).then_some(Scope::All);
    }
    if element.items.iter().any(covers_all) {
        return Some(Scope::All);
    }
    let is_own = element.known().any(|(_, text)| is_own_user(text));
    is_own.then_some(Scope::Own)
}

/// Returns true when the statement is on all resources of a service, or, for no service, of all services.
pub(super) fn is_on_everything(statement: &Statement<'_>, service: &str) -> bool {
    let every = |text: &str| Arn::of(text).is_everything(service);
    statement.resources.first().is_some_and(|element| {
        if element.name == "NotResource" {
            let leaves_some = |item: &Leaf<'_>| item.text.is_some_and(|text| !every(text));
            element.items.iter().all(leaves_some)
        } else {
            element.known().any(|(_, text)| every(text))
        }
    })
}

/// Returns true when a resource stands for all that an action acts on, or, if any will do, for all of one type.
pub(super) fn is_all(resource: &str, action: &str, of_any_type: bool) -> bool {
    let arn = Arn::of(resource);
    if arn.is_everything("") {
        return true;
    }
    if !super::is_pattern(resource) {
        return false;
    }
    let on_machines = ON_MACHINES.contains(&action);
    let Some(action) = Action::find(action) else {
        return false;
    };
    let has_required = action.resources().any(ActionResource::is_required);
    let counts = |on: &ActionResource| match (of_any_type, on_machines) {
        (true, _) => true,
        (false, true) => MACHINES.contains(&on.resource_type().name()),
        (false, false) => on.is_required() == has_required,
    };
    action
        .resources()
        .filter(counts)
        .flat_map(|on| on.resource_type().arn_formats())
        .any(|format| arn.is_all_of(format))
}

fn is_own_user(resource: &str) -> bool {
    resource.contains(":user/") && resource.ends_with(OWN_USER)
}

fn runs_anything(resource: &str) -> bool {
    let arn = Arn::of(resource);
    RUN_ANYTHING
        .iter()
        .any(|document| arn.is_on("ssm", document))
}
