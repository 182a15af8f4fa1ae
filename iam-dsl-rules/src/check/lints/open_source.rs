//! That a service acts for somebody is asked with the account in full.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>

use super::callers::names_somebody;
use super::service_trust::SOURCES;
use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Condition, ConditionValue, Document, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// A condition on whom a service acts for has a pattern that resources of every account meet.
    ///
    /// `arn:aws:sns:*:*:*` is a topic of anybody: whoever has such a resource can have the service act on yours. The
    /// condition looks like a protection, and is none.
    ///
    /// Instead, write the account into the ARN, as in `arn:aws:sns:*:123456789012:*`, or add a condition on
    /// `aws:SourceAccount`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
    SOURCE_OF_ANY_ACCOUNT = security_warning, own;
}

/// A condition on a source, with the key and its values.
type Source<'s, 'a> = (&'s Condition<'a>, &'s Leaf<'a>, &'s [ConditionValue<'a>]);

/// Of trust policies the lint on services speaks that say for whom they act.
pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Resource {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        if statement.principals_of("Service").next().is_none() {
            continue;
        }
        let names = |(condition, key, values): &Source<'_, '_>| {
            key.text
                .is_none_or(|name| names_somebody(condition, name, values))
        };
        if sources(statement).any(|source| names(&source)) {
            continue;
        }
        for source in sources(statement) {
            one_source(&source, report);
        }
    }
}

fn sources<'s, 'a>(statement: &'s Statement<'a>) -> impl Iterator<Item = Source<'s, 'a>> {
    let is_source = |key: &Leaf<'_>| {
        key.text
            .is_none_or(|name| SOURCES.iter().any(|of| of.eq_ignore_ascii_case(name)))
    };
    statement
        .conditions
        .iter()
        .filter(|condition| condition.wants_keys())
        .flat_map(|condition| {
            condition
                .keys
                .iter()
                .map(move |(key, values)| (condition, key, values.as_slice()))
        })
        .filter(move |(_, key, _)| is_source(key))
}

fn one_source((condition, key, values): &Source<'_, '_>, report: &mut Report) {
    let Some(name) = key.text else { return };
    for value in *values {
        let Some(text) = value.scalar.text() else {
            continue;
        };
        if names_somebody(condition, name, std::slice::from_ref(value)) {
            continue;
        }
        let message = Message::new(
            Code::SOURCE_OF_ANY_ACCOUNT,
            format!("`{text}` of `{name}` can be of any account"),
        );
        let help = "write the account into the ARN, or compare `aws:SourceAccount` as well";
        report.add(value.place, value.span, message.with_help(help));
    }
}
