//! Allows of one action on more than is named.

use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Element, Statement};
use crate::check::{Code, Message};
use crate::pattern::subsumes_ignore_case;
use crate::{ConditionOperator, PolicyKind};

/// An action that is dangerous without bounds, the condition key that bounds it, and the code for each way to say it.
pub(super) struct Dangerous {
    pub(super) action: &'static str,
    pub(super) bound: &'static str,
    /// The path that nearly all of such roles are under.
    pub(super) folder: &'static str,
    pub(super) what: &'static str,
    pub(super) help: &'static str,
    pub(super) named_on_star: Code,
    pub(super) pattern_on_star: Code,
    pub(super) not_action_on_star: Code,
    pub(super) named_on_not_resource: Code,
    pub(super) pattern_on_not_resource: Code,
    pub(super) not_action_on_not_resource: Code,
}

impl Dangerous {
    /// Policies of organizations let nobody do anything, and roles are passed by identities of their own account.
    pub(super) fn check(&self, document: &Document<'_>, report: &mut Report) {
        if !matches!(
            document.kind,
            PolicyKind::Identity | PolicyKind::Boundary | PolicyKind::Session
        ) {
            return;
        }
        for statement in &document.statements {
            let allows = statement
                .effect
                .is_some_and(|effect| effect.text == Some("Allow"));
            if allows && !self.is_bounded(statement) {
                self.one_statement(statement, report);
            }
        }
    }

    /// Whether a condition asks for the key that bounds the action, with values that begin with what they name.
    fn is_bounded(&self, statement: &Statement<'_>) -> bool {
        statement.conditions.iter().any(|condition| {
            let lets_absent = condition
                .operator
                .text
                .is_some_and(|operator| ConditionOperator::from(operator).is_if_exists());
            !lets_absent
                && condition.keys.iter().any(|(key, values)| {
                    key.text
                        .is_none_or(|text| text.eq_ignore_ascii_case(self.bound))
                        && values.iter().all(names_something)
                })
        })
    }

    fn one_statement(&self, statement: &Statement<'_>, report: &mut Report) {
        let Some(on_star) = self.unbounded(statement) else {
            return;
        };
        for element in &statement.actions {
            match element.name {
                "Action" => self.listed(element, on_star, report),
                _ => self.all_but(element, on_star, report),
            }
        }
    }

    fn listed(&self, element: &Element<'_>, on_star: bool, report: &mut Report) {
        for (item, pattern) in element.known() {
            if !subsumes_ignore_case(pattern, self.action) {
                continue;
            }
            let is_pattern = pattern.contains(['*', '?']);
            let code = match (is_pattern, on_star) {
                (false, true) => self.named_on_star,
                (true, true) => self.pattern_on_star,
                (false, false) => self.named_on_not_resource,
                (true, false) => self.pattern_on_not_resource,
            };
            report.add_at(item, self.message(code, pattern));
        }
    }

    fn all_but(&self, element: &Element<'_>, on_star: bool, report: &mut Report) {
        let Some(patterns) = element.all_known() else {
            return;
        };
        if patterns
            .iter()
            .any(|pattern| subsumes_ignore_case(pattern, self.action))
        {
            return;
        }
        let code = if on_star {
            self.not_action_on_star
        } else {
            self.not_action_on_not_resource
        };
        report.add(
            element.place,
            element.key_span,
            self.message(code, "NotAction"),
        );
    }

    /// Whether the statement is on everything, or on everything but some; nothing if it is on some.
    fn unbounded(&self, statement: &Statement<'_>) -> Option<bool> {
        statement.resources.iter().find_map(|element| {
            if element.name == "NotResource" {
                return Some(false);
            }
            let is_star = element.known().any(|(_, text)| self.takes_in_all(text));
            is_star.then_some(true)
        })
    }

    /// Tells whether a resource stands for all that the action can be on, at least in one account.
    fn takes_in_all(&self, text: &str) -> bool {
        let is_of_iam = |service: &str| service == "iam" || service.starts_with('*');
        let mut fields = text.splitn(6, ':').skip(2);
        text == "*"
            || fields.next().is_some_and(is_of_iam)
                && fields
                    .nth(2)
                    .and_then(|resource| resource.strip_suffix('*'))
                    .map(|start| start.trim_end_matches('*'))
                    .is_some_and(|start| ALL_ROLES.contains(&start) || start == self.folder)
    }

    fn message(&self, code: Code, by: &str) -> Message {
        Message::new(
            code,
            format!("`{by}` lets whoever has this policy {}", self.what),
        )
        .with_help(self.help)
    }
}

fn names_something(value: &ConditionValue<'_>) -> bool {
    value
        .scalar
        .text()
        .is_none_or(|text| !text.starts_with(['*', '?']))
}

/// What stands before the last wildcard in ARNs of all that an action can be on.
const ALL_ROLES: &[&str] = &["", "role", "role/"];
