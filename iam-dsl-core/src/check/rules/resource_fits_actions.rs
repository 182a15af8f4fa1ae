//! At least one action of a statement can act on each of its resources.
//!
//! A statement that names `s3:GetObject` on a table grants nothing. The resource types of each
//! action are those of the
//! [service authorization reference](https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).

use std::collections::BTreeSet;

use iam_dsl_catalog::{self as catalog, ActionResource, ResourceType, Service};

use crate::PolicyKind;
use crate::check::names::{ArnFields, ResourcePattern, arn};
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    // A trust policy has no resource; the rule on its elements says so.
    if document.kind == PolicyKind::Trust {
        return;
    }
    for statement in &document.statements {
        one_statement(statement, report);
    }
}

fn one_statement(statement: &Statement<'_>, report: &mut Report) {
    let Some(actions) = statement
        .action()
        .and_then(super::super::view::Element::all_known)
    else {
        return;
    };
    let Some(resources) = statement
        .resources
        .iter()
        .find(|element| element.name == "Resource")
    else {
        return;
    };
    // The actions that are unknown, or match everything, can act on anything.
    if actions
        .iter()
        .any(|text| *text == "*" || catalog::expand(text).next().is_none())
    {
        return;
    }
    let mut types = None;
    for (item, text) in resources.known() {
        let Ok(fields) = arn(text) else {
            continue;
        };
        if is_every_resource(&fields) {
            continue;
        }
        let pattern = ResourcePattern::new(&fields);
        let types = types.get_or_insert_with(|| resource_types(&actions));
        let fits = types.iter().any(|of| pattern.fits_type(*of));
        if !fits && !is_unassigned(&pattern, &actions) {
            report.add_at(item, mismatch(text, &actions, types));
        }
    }
}

fn resource_types(actions: &[&str]) -> BTreeSet<ResourceType> {
    actions
        .iter()
        .flat_map(|pattern| catalog::expand(pattern))
        .flat_map(iam_dsl_catalog::Action::resources)
        .map(iam_dsl_catalog::ActionResource::resource_type)
        .collect()
}

/// Tells whether an ARN is of a resource type that the reference lists for the service of an
/// action, but for no action at all, so that it does not say what acts on it.
fn is_unassigned(pattern: &ResourcePattern<'_>, actions: &[&str]) -> bool {
    actions
        .iter()
        .filter_map(|text| Service::find(text.split(':').next()?))
        .flat_map(|service| service.resource_types().map(move |of| (service, of)))
        .filter(|(_, resource_type)| pattern.fits_type(*resource_type))
        .any(|(service, resource_type)| {
            let is_it = |resource: ActionResource| resource.resource_type() == resource_type;
            !service
                .actions()
                .any(|action| action.resources().any(is_it))
        })
}

/// Tells whether an ARN stands for all resources of a service, on which any action may stand.
fn is_every_resource(fields: &ArnFields<'_>) -> bool {
    fields.resource.bytes().all(|b| b"*?/:".contains(&b))
}

fn mismatch(text: &str, actions: &[&str], types: &BTreeSet<ResourceType>) -> Message {
    let of_statement = match actions {
        [one] => format!("`{one}` does not act on `{text}`"),
        _ => format!("no action of the statement acts on `{text}`"),
    };
    let message = Message::new(Code::UNSUPPORTED_RESOURCE_FOR_ACTION, of_statement);
    let mut formats: Vec<&str> = types
        .iter()
        .flat_map(|resource_type| resource_type.arn_formats())
        .collect();
    // The short ones are the plain ones.
    formats.sort_unstable_by_key(|format| (format.len(), *format));
    formats.dedup();
    formats.truncate(3);
    message.with_help(if formats.is_empty() {
        "it takes no resource: write `\"*\"`".to_owned()
    } else {
        format!("it acts on resources such as `{}`", formats.join("`, `"))
    })
}
