//! What is wrong with an assertion.

use std::net::IpAddr;

use iam_dsl_catalog::{self as catalog, ValueType};
use iam_dsl_rules::PolicyKind;
use iam_dsl_rules::check;
use iam_dsl_rules::json::{Member, Node, Span as Place, Value};
use proc_macro2::Span;

use super::document::{document, is_arn, key_type};
use super::parse::Call;
use crate::action::{self, Resolved};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::policy::{Tokens, at_tokens};

/// Reports every mistake in the action, the resource, the condition keys and the account.
pub(super) fn call(call: &Call, errors: &mut Diagnostics) {
    let unchecked: Vec<&str> = call.source.unchecked.iter().map(String::as_str).collect();
    let document = document(call);
    let findings = check::document_except(&document, PolicyKind::Identity, &unchecked);
    let found = findings
        .iter()
        .filter(|finding| finding.code().stops_compilation());
    let mut on_has_error = false;
    for finding in found {
        on_has_error |= call.on.as_ref().is_some_and(|on| on.span == finding.span());
        errors.add(at_tokens(finding, &call.source));
    }
    one_action(call, errors);
    match &call.on {
        None if call.has_unknown_option => {}
        None => no_resource(call, errors),
        Some(on) if !on_has_error => one_resource(call, on, errors),
        Some(_) => {}
    }
    for member in &call.with {
        addresses(call, member, errors);
    }
    account(call, errors);
}

/// A request is for one action.
fn one_action(call: &Call, errors: &mut Diagnostics) {
    let Some(Tokens::Action(item)) = call.source.place(call.action.span).map(|at| &at.tokens)
    else {
        return;
    };
    let Ok(Resolved::Pattern(text) | Resolved::Unchecked(text)) = action::resolve(item) else {
        return;
    };
    if !text.contains(['*', '?']) {
        return;
    }
    let help = match catalog::expand(&text).next() {
        Some(first) => format!("write one of them, such as `{first}`"),
        None => "write its whole name".to_owned(),
    };
    errors.add(Diagnostic::between(
        item.first,
        item.last,
        &format!("`{text}` is a pattern, and a request is for one action"),
        &help,
    ));
}

/// What acts on resources is asked about with one, so that none is forgotten.
fn no_resource(call: &Call, errors: &mut Diagnostics) {
    let Some(format) = format(call) else { return };
    let action = call.action.as_str().unwrap_or_default();
    let (first, last) = place(call, call.action.span);
    errors.add(Diagnostic::between(
        first,
        last,
        &format!("`{action}` acts on a resource, and none is given"),
        &format!("add `on = …`, such as `{format}`"),
    ));
}

/// How the ARN of what the action acts on is written.
fn format(call: &Call) -> Option<String> {
    let action = catalog::Action::find(call.action.as_str()?)?;
    let mut formats = Vec::new();
    for resource in action.resources() {
        formats.extend(resource.resource_type().arn_formats());
    }
    // The plainest is the one most people mean: an object rather than an object of an access point.
    let plainest = formats.into_iter().min_by_key(|format| format.len());
    plainest.map(check::to_be_filled_in)
}

/// A request is on one resource.
fn one_resource(call: &Call, on: &Node<'_>, errors: &mut Diagnostics) {
    const EXPECTED: &str = "write an ARN in double quotes, `\"*\"`, or a Rust expression such as `bucket.objects(\"key\")`";
    let (first, last) = place(call, on.span);
    let text = match &on.value {
        Value::Opaque => return,
        Value::String(text) => &**text,
        _ => {
            let text = "expected one resource after `on =`";
            errors.add(Diagnostic::between(first, last, text, EXPECTED));
            return;
        }
    };
    if text == "*" {
        no_resource(call, errors);
        return;
    }
    let mut wrong = |problem: &str, help: &str| {
        errors.add(Diagnostic::between(first, last, problem, help));
    };
    if !is_arn(text) {
        wrong(
            &format!("`{text}` is not the ARN of a resource"),
            &match format(call) {
                Some(format) => format!("write its ARN: `{format}`"),
                None => "write its ARN: `arn:partition:service:region:account:resource`".to_owned(),
            },
        );
    } else if text.contains(['*', '?']) && !is_unchecked(call, text) {
        wrong(
            &format!("`{text}` is a pattern, and a request is on one resource"),
            "write one that it matches, or `unchecked` before it when that is its name",
        );
    } else if text.contains("${") && !is_unchecked(call, text) {
        wrong(
            &format!("`{text}` has a policy variable, and a request is on one resource"),
            "write what it stands for",
        );
    }
}

/// A policy compares an address with a range; a request has the address alone.
fn addresses(call: &Call, member: &Member<'_>, errors: &mut Diagnostics) {
    if key_type(&member.key).value != ValueType::IpAddress {
        return;
    }
    let values = match &member.value.value {
        Value::Array(items) => items.as_slice(),
        _ => std::slice::from_ref(&member.value),
    };
    for value in values {
        let Some(text) = value.as_str() else { continue };
        let (problem, help) = match text.split_once('/') {
            _ if text.parse::<IpAddr>().is_ok() => continue,
            Some((address, _)) if check::cidr(text).is_ok() => (
                format!("`{text}` is a range, and a request comes from one address"),
                format!("write `\"{address}\"`"),
            ),
            _ => (
                format!("`{text}` is not an IP address"),
                "a request comes from one address, as in `\"203.0.113.7\"`".to_owned(),
            ),
        };
        let (first, last) = place(call, value.span);
        errors.add(Diagnostic::between(first, last, &problem, &help));
    }
}

fn account(call: &Call, errors: &mut Diagnostics) {
    let Some(node) = &call.owned_by else { return };
    let (first, last) = place(call, node.span);
    match &node.value {
        Value::Opaque => {}
        Value::String(text) => {
            if let Err(message) = check::account_id(text) {
                errors.add(Diagnostic::of_message(first, last, text, &message));
            }
        }
        _ => errors.add(Diagnostic::between(
            first,
            last,
            "expected an account id after `owned_by =`",
            "write its 12 digits in double quotes",
        )),
    }
}

fn is_unchecked(call: &Call, text: &str) -> bool {
    call.source.unchecked.iter().any(|known| known == text)
}

fn place(call: &Call, span: Place) -> (Span, Span) {
    let call_site = (Span::call_site(), Span::call_site());
    let place = call.source.place(span);
    place.map_or(call_site, |place| (place.first, place.last))
}
