//! Each action of a statement can act on one of its resources.
//!
//! That each resource has an action is a rule of its own: what is found here is the other half.
//!
//! AWS: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>

use iam_dsl_catalog::{AccessLevel, Action, ActionResource, ResourceType};

use super::actions::any_action;
use crate::PolicyKind;
use crate::check::names::{ResourcePattern, a_few, arn, arn_fields};
use crate::check::report::Report;
use crate::check::rules::resource_fits_actions::{
    is_every_resource, is_exception_of, is_unassigned,
};
use crate::check::view::{Document, Element, Statement};
use crate::check::{Code, Message};

codes! {
    /// An action acts on none of the resources that its statement lists.
    ///
    /// IAM compares each request with action and resource together. An action that is listed beside resources of another
    /// type is therefore never allowed, or never denied, and nothing says so. The best known case is `s3:ListBucket`, which
    /// acts on a bucket, beside `s3:GetObject`, which acts on the objects in it.
    ///
    /// Instead, add a resource that the action acts on, or move the action to a statement that has one. Actions that take
    /// no resource, such as `s3:ListAllMyBuckets`, need `"Resource": "*"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
    ACTION_NEVER_MATCHES_RESOURCE = warning, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind == PolicyKind::Trust {
        return;
    }
    for statement in &document.statements {
        if let (Some(actions), Some((resources, patterns))) =
            (statement.action(), patterns(statement))
        {
            one_statement(actions, resources, &patterns, report);
        }
    }
}

/// Returns the resources, unless one is not known or can be anything.
fn patterns<'s, 'a>(
    statement: &'s Statement<'a>,
) -> Option<(&'s Element<'a>, Vec<ResourcePattern<'a>>)> {
    let [element] = statement.resources.as_slice() else {
        return None;
    };
    if element.name != "Resource"
        || element
            .items
            .iter()
            .any(|item| item.text.is_none_or(|text| text == "*"))
    {
        return None;
    }
    let pattern = |text: &'a str| {
        let fields = arn_fields(text)?;
        (!is_every_resource(&fields)).then(|| ResourcePattern::new(&fields))
    };
    let patterns = element.known().map(|(_, text)| pattern(text));
    Some((element, patterns.collect::<Option<_>>()?))
}

fn one_statement(
    actions: &Element<'_>,
    resources: &Element<'_>,
    patterns: &[ResourcePattern<'_>],
    report: &mut Report,
) {
    let mut types = Types {
        patterns,
        known: Vec::new(),
    };
    let mut idle = Vec::new();
    let mut one_fits = false;
    for (item, text) in actions.known() {
        match any_action(text, |action| types.fit(action)) {
            Some(true) => one_fits = true,
            Some(false) => idle.push((item, text)),
            None => one_fits |= text == "*",
        }
    }
    // What is no resource at all is said there.
    if idle.is_empty() || !resources.known().all(|(_, text)| arn(text).is_ok()) {
        return;
    }
    // Where no action fits, a rule says so at each resource.
    let fits_loosely = |action: Action| {
        let mut types = action.resources().map(ActionResource::resource_type);
        types.any(|of| patterns.iter().any(|pattern| pattern.fits_type(of)))
    };
    let may_act = |action| patterns.iter().any(|pattern| may_act_on(action, pattern));
    let mut last = ("", false);
    for (item, text) in idle {
        let has_rule = !one_fits && any_action(text, fits_loosely) != Some(true);
        if has_rule || any_action(text, may_act) == Some(true) {
            continue;
        }
        // Most often all are of one service.
        let prefix = text.split(':').next().unwrap_or(text);
        if last.0 != prefix {
            let is_unassigned = |pattern| is_unassigned(pattern, &[text]);
            last = (prefix, patterns.iter().any(is_unassigned));
        }
        if !last.1 {
            report.add_at(item, never(text));
        }
    }
}

/// Tells whether an action may act on a resource though the reference does not say so.
///
/// It leaves out what is changed by some actions, and what many `Create…` make. CloudWatch Logs asks for actions on a log
/// group with an ARN that goes on with `:log-stream:`.
fn may_act_on(action: Action, pattern: &ResourcePattern<'_>) -> bool {
    let service = action.service();
    if !pattern.is_of_service(service.prefix()) {
        return false;
    }
    let levels = action.access_levels();
    let only_looks = levels.contains(AccessLevel::List) || levels.contains(AccessLevel::Read);
    let mut types = action.resources().map(ActionResource::resource_type);
    if types.len() == 0 && !only_looks {
        return true;
    }
    if service.prefix() == "logs" && types.any(|of| pattern.fits_type(of)) {
        return true;
    }
    // `CreateFileSystem` makes a `file-system`.
    let is_made = |made: &str, of: &str| {
        let letters = of.bytes().filter(u8::is_ascii_alphanumeric);
        letters
            .map(|letter| letter.to_ascii_lowercase())
            .eq(made.bytes().map(|letter| letter.to_ascii_lowercase()))
    };
    action.name().strip_prefix("Create").is_some_and(|made| {
        let mut types = service.resource_types();
        types.any(|of| is_made(made, of.name()) && pattern.fits_type(of))
    })
}

/// Resource types of which it is known whether a resource is of them.
struct Types<'p, 'a> {
    patterns: &'p [ResourcePattern<'a>],
    known: Vec<(ResourceType, bool)>,
}

impl Types<'_, '_> {
    fn fit(&mut self, action: Action) -> bool {
        action.resources().any(|on| self.fits(on.resource_type()))
            || self
                .patterns
                .iter()
                .any(|pattern| is_exception_of(pattern, action))
    }

    fn fits(&mut self, of: ResourceType) -> bool {
        if let Some((_, fits)) = self.known.iter().find(|(known, _)| *known == of) {
            return *fits;
        }
        let fits = self
            .patterns
            .iter()
            .any(|pattern| pattern.fits_type_best(of));
        self.known.push((of, fits));
        fits
    }
}

fn never(text: &str) -> Message {
    let message = Message::new(
        Code::ACTION_NEVER_MATCHES_RESOURCE,
        format!("`{text}` acts on none of the resources of the statement"),
    );
    let mut formats = Vec::new();
    any_action(text, |action| {
        formats.extend(
            action
                .resources()
                .flat_map(|on| on.resource_type().arn_formats()),
        );
        false
    });
    let (formats, _) = a_few(formats);
    message.with_help(if formats.is_empty() {
        "it takes no resource: move it to a statement with `\"Resource\": \"*\"`".to_owned()
    } else {
        format!("it acts on resources such as `{}`: add one, or move the action to a statement with one", formats.join("`, `"))
    })
}
