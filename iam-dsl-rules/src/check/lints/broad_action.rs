//! Allows of one action on more than is named.

use super::allowed;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Element, Statement};
use crate::check::{Code, Message};
use crate::pattern::subsumes_ignore_case;

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
        for statement in document.statements.iter().filter(|of| of.allows()) {
            if allowed::names_little(statement)
                && statement.acts_on(self.action)
                && !self.is_bounded(statement)
            {
                self.one_statement(statement, report);
            }
        }
    }

    /// Whether a condition asks for the key that bounds the action, with values that begin with what they name.
    fn is_bounded(&self, statement: &Statement<'_>) -> bool {
        statement.conditions.iter().any(|condition| {
            (condition.operator.text.is_none() || condition.wants_keys())
                && condition.keys.iter().any(|(key, values)| {
                    key.text
                        .is_none_or(|text| text.eq_ignore_ascii_case(self.bound))
                        && values.iter().all(ConditionValue::names_something)
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

    /// Whether the statement is on every role, or on all resources but some; nothing if it is on some.
    fn unbounded(&self, statement: &Statement<'_>) -> Option<bool> {
        statement.resources.iter().find_map(|element| {
            if element.name == "NotResource" {
                return Some(false);
            }
            let mut known = element.known();
            known
                .any(|(_, text)| self.takes_in_all(text))
                .then_some(true)
        })
    }

    /// Whether a resource stands for all that the action can be on, or for nearly all, at least in one account.
    fn takes_in_all(&self, text: &str) -> bool {
        let resource = text.splitn(6, ':').nth(5);
        let start = resource.and_then(|resource| resource.strip_suffix('*'));
        allowed::is_all(text, self.action) || start == Some(self.folder)
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

    fn message(&self, code: Code, by: &str) -> Message {
        let text = format!("`{by}` lets whoever has this policy {}", self.what);
        Message::new(code, text).with_help(self.help)
    }
}
