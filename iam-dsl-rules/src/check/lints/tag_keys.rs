//! A condition on the tags of a resource is for actions whose requests carry them.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-allow-with-unsupported-tag-condition-key-for-service>

use iam_dsl_catalog::{self as catalog, Action, Service};

use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// All actions but some are allowed on resources with a tag.
    ///
    /// Many actions have no resource with tags. They look allowed, and are not.
    ///
    /// Instead, name the actions that are meant in `Action`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-allow-notaction-with-unsupported-tag-condition-key-for-service>
    ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE = suggestion;
    /// An action is allowed on resources with a tag, and has no resource with tags.
    ///
    /// Requests for the action never carry the tag, so that the condition never holds and the action is not allowed.
    ///
    /// Instead, allow the action in a statement of its own, without this condition.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-allow-with-unsupported-tag-condition-key-for-service>
    ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE = suggestion;
    /// All actions but some are denied on resources with a tag.
    ///
    /// Many actions have no resource with tags. They look denied, and are not.
    ///
    /// Instead, name the actions that are meant in `Action`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-deny-notaction-with-unsupported-tag-condition-key-for-service>
    DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE = security_warning;
    /// An action is denied on resources with a tag, and has no resource with tags.
    ///
    /// Requests for the action never carry the tag, so that the condition never holds and the action is not denied.
    ///
    /// Instead, deny the action in a statement of its own, without this condition.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-security-warning-deny-with-unsupported-tag-condition-key-for-service>
    DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE = security_warning;
}

/// What the condition keys for the tags of resources begin with.
const RESOURCE_TAG: &str = "aws:ResourceTag/";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        let Some(key) = wanted_tag(statement) else {
            continue;
        };
        let allows = match statement.effect.and_then(|effect| effect.text) {
            Some("Allow") => true,
            Some("Deny") => false,
            _ => continue,
        };
        for element in &statement.actions {
            if element.name == "Action" {
                listed(element, key, allows, report);
            } else {
                all_but(element, key, allows, report);
            }
        }
    }
}

/// Returns the tag without which the conditions of the statement do not hold.
fn wanted_tag<'a>(statement: &Statement<'a>) -> Option<&'a str> {
    let wanted = statement.conditions.iter().filter(|of| of.wants_keys());
    let mut names = wanted
        .flat_map(|condition| &condition.keys)
        .filter_map(|(key, _)| key.text);
    names.find(|name| {
        let start = name.get(..RESOURCE_TAG.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(RESOURCE_TAG))
    })
}

/// Reports the first action of each service that has no tags.
fn listed(element: &Element<'_>, key: &str, allows: bool, report: &mut Report) {
    let mut services: Vec<Service> = Vec::new();
    for (item, text) in element.known() {
        let Some(service) = service_without_tags(text) else {
            continue;
        };
        if services.contains(&service) {
            continue;
        }
        services.push(service);
        report.add_at(item, without_tags(item, key, allows));
    }
}

fn without_tags(item: &Leaf<'_>, key: &str, allows: bool) -> Message {
    let (code, done) = if allows {
        (
            Code::ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
            "allowed",
        )
    } else {
        (
            Code::DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
            "denied",
        )
    };
    let action = item.text.unwrap_or_default();
    let text = format!("`{action}` is not {done} here: its requests never have `{key}`");
    Message::new(code, text).with_help("put it into a statement without this condition")
}

fn all_but(element: &Element<'_>, key: &str, allows: bool, report: &mut Report) {
    let (code, done) = if allows {
        (
            Code::ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
            "allowed",
        )
    } else {
        (
            Code::DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE,
            "denied",
        )
    };
    let text = format!("actions whose requests never have `{key}` are not {done} here");
    report.add(
        element.place,
        element.key_span,
        Message::new(code, text).with_help("name the actions that are meant in `Action`"),
    );
}

/// Returns the service of a pattern whose every action has no resource with tags.
fn service_without_tags(pattern: &str) -> Option<Service> {
    let service = Service::find(pattern.split(':').next()?)?;
    let mut actions = catalog::expand(pattern).peekable();
    actions.peek()?;
    let knows_tags = || {
        let mut keys = service.condition_keys();
        keys.any(|(key, _)| is_of_resource(key.name()))
    };
    // The reference leaves out many a key of a resource. What is certain is an action that acts on none and has no key,
    // and a service without such a key: the same that Access Analyzer finds.
    let acts_on_none =
        |action: Action| action.resources().len() == 0 && action.condition_keys().len() == 0;
    (actions.all(acts_on_none) || !knows_tags()).then_some(service)
}

fn is_of_resource(key: &str) -> bool {
    key.contains(":ResourceTag") || key.contains("ResourceTag/")
}
