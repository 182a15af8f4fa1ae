//! What a policy lets its holder do, all its statements together.
//!
//! An action counts as allowed widely where an Allow has it on all resources of a type, no condition keeps it from most of
//! them, and no Deny takes it away. What is not known while a policy is written is taken to narrow.

mod arn;
mod narrowing;
mod scope;
mod watched;

use std::cmp::Reverse;

use iam_dsl_catalog::{Action, ActionResource};

use crate::PolicyKind;
use crate::check::Message;
use crate::check::names::to_be_filled_in;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf, Statement};
use crate::pattern::glob_ignore_case;

pub(super) use narrowing::Passing;
pub(super) use scope::{Scope, names_little};
pub(super) use watched::Watched;

/// Returns true for policies that say what somebody gets.
///
/// Boundaries and the policies of organizations only limit. A session policy does, too, but brokers hand out sessions whose
/// policy is all that keeps them from the broker's own permissions.
pub(super) fn gives(kind: PolicyKind) -> bool {
    matches!(kind, PolicyKind::Identity | PolicyKind::Session)
}

/// What allows an action.
#[derive(Debug)]
pub(super) struct Allowed<'d, 'a> {
    element: &'d Element<'a>,
    /// The item that names the action, or nothing where `NotAction` leaves it over.
    item: Option<&'d Leaf<'a>>,
    pub(super) scope: Scope,
}

impl Allowed<'_, '_> {
    /// Returns what is written there.
    pub(super) fn text(&self) -> &str {
        self.item
            .and_then(|item| item.text)
            .unwrap_or(self.element.name)
    }

    /// Returns true when both are allowed by the same text.
    pub(super) fn is_at(&self, other: &Allowed<'_, '_>) -> bool {
        self.span() == other.span()
    }

    pub(super) fn report(&self, message: Message, report: &mut Report) {
        let place = self.item.map_or(self.element.place, |item| item.place);
        report.add(place, self.span(), message);
    }

    fn span(&self) -> crate::json::Span {
        self.item.map_or(self.element.key_span, |item| item.span)
    }
}

/// Returns what allows an action widely: the text that names it best.
pub(super) fn widely<'d, 'a>(
    document: &'d Document<'a>,
    action: &'static str,
    passing: Passing,
) -> Option<Allowed<'d, 'a>> {
    document
        .statements
        .iter()
        .filter(|statement| statement.allows() && scope::names_little(statement))
        .filter_map(|statement| {
            let (element, item) = allows(statement, action)?;
            let scope = scope::allowed(statement, action)?;
            let is_narrow = narrowing::narrows(statement, action, passing);
            (!is_narrow).then_some(Allowed {
                element,
                item,
                scope,
            })
        })
        .filter(|allowed| !is_denied(document, action, allowed.scope, passing))
        .min_by_key(|allowed| {
            let text = allowed.item.and_then(|item| item.text);
            let length = text.map_or(0, str::len);
            (text.is_none_or(is_pattern), Reverse(length))
        })
}

/// Returns true when the statement is on every resource of a service, or, for no service, of all services, under no
/// condition that narrows it.
pub(super) fn is_on_everything(statement: &Statement<'_>, service: &str) -> bool {
    scope::is_on_everything(statement, service)
        && !narrowing::narrows(statement, "", Passing::ToAnyService)
}

/// Returns true when a resource stands for all that an action acts on, at least of one account in one region.
pub(super) fn is_all(resource: &str, action: &str) -> bool {
    scope::is_all(resource, action, false)
}

/// Returns true for `*` and for what says the same.
pub(super) fn is_every_action(pattern: &str) -> bool {
    pattern.contains('*') && pattern.bytes().all(|byte| b"*:".contains(&byte))
}

pub(super) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?'])
}

/// Returns an ARN as somebody has to write it for the action, with names where theirs go.
pub(super) fn example_arn(action: Action) -> Option<String> {
    let has_required = action.resources().any(ActionResource::is_required);
    let format = action
        .resources()
        .filter(|on| on.is_required() == has_required)
        .flat_map(|on| on.resource_type().arn_formats())
        // The short ones are the plain ones.
        .min_by_key(|format| format.len())?;
    Some(to_be_filled_in(format))
}

/// Writes actions as a sentence has them: `` `a`, `b` and `c` ``.
pub(super) fn listed(actions: &[&str]) -> String {
    let quoted: Vec<String> = actions.iter().map(|action| format!("`{action}`")).collect();
    match quoted.split_last() {
        Some((last, before)) if !before.is_empty() => {
            format!("{} and {last}", before.join(", "))
        }
        _ => quoted.join(""),
    }
}

/// Returns what of the statement covers the action, a plain name before patterns.
fn allows<'s, 'a>(
    statement: &'s Statement<'a>,
    action: &str,
) -> Option<(&'s Element<'a>, Option<&'s Leaf<'a>>)> {
    statement.actions.iter().find_map(|element| {
        let covers = |pattern: &str| glob_ignore_case(pattern, action);
        if element.name == "Action" {
            let item = element
                .known()
                .filter(|(_, text)| covers(text))
                .min_by_key(|(_, text)| (is_pattern(text), Reverse(text.len())));
            return item.map(|(item, _)| (element, Some(item)));
        }
        let is_left_over = element
            .items
            .iter()
            .all(|item| item.text.is_some_and(|text| !covers(text)));
        is_left_over.then_some((element, None))
    })
}

fn is_denied(document: &Document<'_>, action: &str, of: Scope, passing: Passing) -> bool {
    document.statements.iter().any(|statement| {
        statement.denies()
            && denies(statement, action)
            && scope::denied(statement, action).is_some_and(|denied| denied.covers(of))
            && narrowing::leaves_little(statement, action, passing)
    })
}

fn denies(statement: &Statement<'_>, action: &str) -> bool {
    let covers = |item: &Leaf<'_>| item.text.is_none_or(|text| glob_ignore_case(text, action));
    statement
        .actions
        .iter()
        .any(|element| element.items.iter().any(covers) == (element.name == "Action"))
}
