//! A service is allowed to act for somebody: else anybody can have it act for them.
//!
//! Not so in trust policies, where most services take no source into account.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// A condition on whom a service acts for uses a key that is meant for something else.
    ///
    /// `aws:Referer` was used before there were keys for this. It is a header that any caller can send.
    ///
    /// Instead, compare `aws:SourceAccount` or `aws:SourceArn`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
    RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL = suggestion;
    /// A service is allowed to act for whomever it likes.
    ///
    /// A service acts for its customers, and everybody can be one. A stranger can have it do here what this statement
    /// allows, which is known as the confused deputy problem.
    ///
    /// Instead, say whom it may act for, with `aws:SourceAccount` or `aws:SourceArn`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html>
    RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL = security_warning;
}

/// Keys that say whom a service acts for.
const SOURCES: &[&str] = &[
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    // Of old services; another check says what is used now.
    "aws:SourceOwner",
    // What the guides to CloudWatch Logs and to Alexa's skills have in place of `aws:SourceArn`.
    "kms:EncryptionContext:aws:logs:arn",
    "lambda:EventSourceToken",
];

/// What such keys had to be once: SES has the account there.
const IN_PLACE_OF_SOURCES: &str = "aws:Referer";

const HELP: &str =
    "compare `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths`";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Resource {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let Some(service) = statement.principals_of("Service").next() else {
            continue;
        };
        let is_source = |key: &Leaf<'_>| {
            let is_key = |text: &str| SOURCES.iter().any(|of| of.eq_ignore_ascii_case(text));
            key.text.is_none_or(is_key)
        };
        if statement.wanted().any(|(key, _)| is_source(key)) {
            continue;
        }
        let in_place = statement.wanted().find(|(key, _)| {
            key.text
                .is_some_and(|text| text.eq_ignore_ascii_case(IN_PLACE_OF_SOURCES))
        });
        match in_place {
            Some((key, _)) => instead(key, service, report),
            None => unrestricted(statement, report),
        }
    }
}

fn instead(key: &Leaf<'_>, service: &Leaf<'_>, report: &mut Report) {
    let (Some(name), Some(service)) = (key.text, service.text) else {
        return;
    };
    let message = Message::new(
        Code::RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL,
        format!("`{name}` is not the key that says whom `{service}` acts for"),
    );
    report.add_at(key, message.with_help(HELP));
}

fn unrestricted(statement: &Statement<'_>, report: &mut Report) {
    for service in statement.principals_of("Service") {
        let Some(text) = service.text else { continue };
        let message = Message::new(
            Code::RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL,
            format!("`{text}` may do this on behalf of anybody, also of strangers"),
        );
        report.add_at(service, message.with_help(HELP));
    }
}
