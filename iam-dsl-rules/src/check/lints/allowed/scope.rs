//! On how much a statement lets an action act.

use iam_dsl_catalog::{Action, ActionResource};

use crate::check::names::holes_as_wildcards;
use crate::check::view::{Leaf, Statement};
use crate::pattern::{glob, subsumes};

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

/// Returns on how much the statement lets the action act, or nothing where it names the resources.
///
/// A resource that is not known counts as the caller says.
pub(super) fn scope(statement: &Statement<'_>, action: &str, if_unknown: bool) -> Option<Scope> {
    let element = statement.resources.first()?;
    let on_all = |item: &Leaf<'_>| item.text.map_or(if_unknown, |text| is_all(text, action));
    if element.name == "NotResource" {
        // What is on all but some is on all, as long as there is anything left.
        let leaves_none =
            |item: &Leaf<'_>| item.text.map_or(!if_unknown, |text| is_all(text, action));
        return (!element.items.iter().any(leaves_none)).then_some(Scope::All);
    }
    if element.items.iter().any(on_all) {
        return Some(Scope::All);
    }
    let on_own = |item: &Leaf<'_>| {
        item.text
            .is_some_and(|text| text.contains(":user/") && text.ends_with(OWN_USER))
    };
    (ON_USERS.contains(&action) && element.items.iter().any(on_own)).then_some(Scope::Own)
}

/// Returns true when the statement is on the resources of every service.
pub(super) fn is_on_everything(statement: &Statement<'_>) -> bool {
    statement.resources.first().is_some_and(|element| {
        let every = |item: &Leaf<'_>| item.text.is_some_and(is_everything);
        let is_unknown = |item: &Leaf<'_>| item.text.is_none();
        if element.name == "NotResource" {
            !element
                .items
                .iter()
                .any(|item| every(item) || is_unknown(item))
        } else {
            element.items.iter().any(every)
        }
    })
}

fn is_everything(resource: &str) -> bool {
    let Arn { service, resource } = Arn::of(resource);
    is_wildcard(service) && is_wildcard(resource)
}

fn is_all(resource: &str, action: &str) -> bool {
    if is_everything(resource) {
        return true;
    }
    if !super::is_pattern(resource) {
        return false;
    }
    let arn = Arn::of(resource);
    let Some(action) = Action::find(action) else {
        return false;
    };
    let has_required = action.resources().any(ActionResource::is_required);
    action
        .resources()
        .filter(|on| on.is_required() == has_required)
        .flat_map(|on| on.resource_type().arn_formats())
        .any(|format| {
            let format = holes_as_wildcards(format);
            let format = Arn::of(&format);
            glob(arn.service, format.service) && subsumes(arn.resource, format.resource)
        })
}

/// The fields of an ARN that say what it is of. One account, region or partition is as good as all.
struct Arn<'a> {
    service: &'a str,
    resource: &'a str,
}

impl<'a> Arn<'a> {
    /// A pattern with too few fields covers what follows.
    fn of(text: &'a str) -> Self {
        let mut fields = text.splitn(6, ':');
        let rest = if text.ends_with('*') { "*" } else { "" };
        let service = fields.nth(2).unwrap_or(rest);
        let resource = fields.nth(2).unwrap_or(rest);
        Self { service, resource }
    }
}

fn is_wildcard(text: &str) -> bool {
    text.contains('*') && text.bytes().all(|byte| b"*:/".contains(&byte))
}
