//! Nobody can get more permissions than their policies say.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege>

mod combinations;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use iam_dsl_catalog::Action;

use super::allowed::{self, Allowed, Passing, Scope, Watched};
use super::full_admin;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use combinations::{COMBINATIONS, Combination, PASSED_TO};

codes! {
    /// Actions that together let whoever has the policy get more permissions than it says.
    ///
    /// Whoever can make keys for other users, rewrite policies, or run code as a role of their choice can do all that those
    /// users, policies and roles can do, up to everything. What else the policy says is then no limit.
    ///
    /// Instead, name in `Resource` the users, roles and functions that are meant, leave out one of the actions, or, where a
    /// team manages its own roles, demand a permissions boundary with a condition on `iam:PermissionsBoundary`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate>
    PRIVILEGE_ESCALATION = security_warning from Development, own;
}

/// Writes to which a request says, in `iam:PermissionsBoundary`, which boundary the identity has.
const BOUNDABLE: &[&str] = &[
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if !allowed::gives(document.kind) {
        return;
    }
    let named = watched().allowed(document);
    if named.is_empty() || full_admin::is_given(document) {
        return;
    }
    let mut ways: Vec<Ways<'_, '_>> = Vec::new();
    for combination in COMBINATIONS {
        let is_named = |action: &&str| named.contains(action);
        if !combination.actions.iter().all(is_named) {
            continue;
        }
        if let Some(by) = allowed_by(document, combination) {
            match ways.iter_mut().find(|way| way.by.is_at(&by)) {
                Some(way) => way.more += 1,
                None => ways.push(Ways {
                    by,
                    combination,
                    more: 0,
                }),
            }
        }
    }
    for way in ways {
        way.by.report(way.message(), report);
    }
}

/// What one text of a policy lets its holder do.
struct Ways<'d, 'a> {
    by: Allowed<'d, 'a>,
    combination: &'static Combination,
    more: usize,
}

impl Ways<'_, '_> {
    fn message(&self) -> Message {
        let Combination { actions, lets } = self.combination;
        let on = match self.by.scope {
            Scope::All => "any resource",
            Scope::Own => "their own user",
        };
        let mut text = format!(
            "with {} on {on}, whoever has this policy can {lets}",
            allowed::listed(actions)
        );
        if self.more > 0 {
            let by = self.by.text();
            let ways = if self.more == 1 { "way" } else { "ways" };
            text = format!(
                "{text}; `{by}` opens {} more {ways} to permissions that are not written here",
                self.more
            );
        }
        Message::new(Code::PRIVILEGE_ESCALATION, text).with_help(self.help())
    }

    fn help(&self) -> String {
        let first = self
            .combination
            .actions
            .first()
            .copied()
            .unwrap_or_default();
        let arn = Action::find(first).and_then(allowed::example_arn);
        let Some(arn) = arn.filter(|_| self.by.scope == Scope::All) else {
            return format!("leave out `{first}`");
        };
        let boundary = if BOUNDABLE.contains(&first) {
            ", or with a condition on `iam:PermissionsBoundary` that demands a permissions boundary"
        } else {
            ""
        };
        format!("allow `{first}` only on what is needed, such as `{arn}`{boundary}")
    }
}

/// Returns what allows the first action of a combination, if all of them are allowed widely.
fn allowed_by<'d, 'a>(
    document: &'d Document<'a>,
    combination: &Combination,
) -> Option<Allowed<'d, 'a>> {
    let passing = passing(combination.actions);
    let (first, others) = combination.actions.split_first()?;
    let by = allowed::widely(document, first, passing)?;
    let is_allowed = |action: &&'static str| allowed::widely(document, action, passing).is_some();
    others.iter().all(is_allowed).then_some(by)
}

fn passing(actions: &[&str]) -> Passing {
    let services = PASSED_TO.iter().find(|(prefix, _)| {
        actions
            .iter()
            .any(|action| action.split_once(':').is_some_and(|(of, _)| of == *prefix))
    });
    services.map_or(Passing::ToAnyService, |(_, services)| Passing::To(services))
}

fn watched() -> &'static Watched {
    static WATCHED: OnceLock<Watched> = OnceLock::new();
    WATCHED.get_or_init(|| {
        let actions = COMBINATIONS.iter().flat_map(|of| of.actions);
        Watched::new(actions.copied())
    })
}
