//! The cause of a decision in a sentence.

use iam_dsl_core::{ConditionOperator, Effect};

use super::{ConditionFailure, ElementFailure, LayerTrace, Mismatch, NearMiss};
use crate::Request;
use crate::judgement::Cause;
use crate::verdicts::{LayerId, Layers};

pub(super) fn sentence(layers: &Layers, cause: Cause, request: &Request) -> String {
    let caller = request.caller();
    let what = format!("`{}` on `{}`", request.action(), request.resource());
    match cause {
        Cause::NeedsNoPermission => format!("`{}` needs no permission", request.action()),
        Cause::Denied(id, number) => {
            let statement = layers.layer(id).and_then(|layer| layer.statement(number));
            let place = statement.map_or_else(String::new, |it| it.place().to_string());
            let held = statement.map_or_else(Vec::new, |it| it.conditions(request));
            let mut text = format!("{place} ({}) denies {what}", name(layers, id));
            for (index, condition) in held.iter().enumerate() {
                text.push_str(if index == 0 { ": " } else { ", and " });
                text.push_str(&holds(condition));
            }
            text
        }
        Cause::Refused => format!(
            "AWS protects `{}` from `{}`, whatever policies say",
            request.resource(),
            request.action()
        ),
        Cause::Silent(LayerId::Resource) if layers.resource.is_none() => {
            format!(
                "`{caller}` has no policies of its own, and no resource policy allows it {what}"
            )
        }
        Cause::Silent(id) => {
            let subject = match id {
                LayerId::Identity => "no identity policy allows".to_owned(),
                LayerId::Session => "the session policies do not allow".to_owned(),
                LayerId::Rcp(_) | LayerId::Scp(_) => {
                    format!("none of the {} allows", name(layers, id))
                }
                LayerId::Resource | LayerId::Boundary(_) | LayerId::Endpoint(_) => {
                    format!("the {} does not allow", name(layers, id))
                }
            };
            let text = format!("{subject} {what}{}", meant(request));
            with_near_miss(text, layers, id, request)
        }
        Cause::Gated => not_admitted(
            &format!(
                "`{}` has a policy of its own to pass, which",
                request.resource()
            ),
            layers,
            request,
        ),
        Cause::OtherAccount => not_admitted(
            &format!(
                "the resource belongs to account {}, whose policy for it",
                request.owner().unwrap_or_default()
            ),
            layers,
            request,
        ),
        Cause::OwnAccountOnly => {
            format!("`{}` works within one account only", request.action())
        }
        Cause::UnknownOwner => format!(
            "`{}` does not say which account it belongs to, and the request does not either",
            request.resource()
        ),
        Cause::UnknownCaller => {
            format!("which account the canonical user `{caller}` belongs to is not known")
        }
        Cause::NoAction => format!(
            "`{}` is no action: write its service prefix, a colon and its name",
            request.action()
        ),
        Cause::NotForFederatedUsers => {
            format!(
                "federated users have no `{}`, whatever policies say",
                request.action()
            )
        }
        Cause::NoSessionPolicy => {
            format!(
                "`{caller}` is a federated user whose session has no policy, which allows nothing"
            )
        }
        Cause::RootCannotAssume => "the root user may not assume roles".to_owned(),
        Cause::Root => format!("the root user may {what}"),
        Cause::Resource => allowed(layers, &[LayerId::Resource], request, &what),
        Cause::Identity => allowed(layers, &[LayerId::Identity], request, &what),
        Cause::BothAccounts => allowed(
            layers,
            &[LayerId::Identity, LayerId::Resource],
            request,
            &what,
        ),
    }
}

/// What an action that AWS does not have was meant to be.
fn meant(request: &Request) -> String {
    let action = request.action();
    if iam_dsl_catalog::Action::find(action).is_some() {
        return String::new();
    }
    match iam_dsl_catalog::suggest::action(action) {
        Some(meant) => format!(" (which AWS does not have: did you mean `{meant}`?)"),
        None => String::new(),
    }
}

fn name(layers: &Layers, id: LayerId) -> &str {
    layers.layer(id).map_or("", |layer| layer.name())
}

fn trace(layers: &Layers, id: LayerId, request: &Request) -> Option<LayerTrace> {
    let has_boundary = !layers.boundaries.is_empty();
    layers
        .layer(id)
        .map(|layer| layer.trace(request, has_boundary))
}

fn allowed(layers: &Layers, ids: &[LayerId], request: &Request, what: &str) -> String {
    let mut places = Vec::new();
    for id in ids {
        if let Some(place) = trace(layers, *id, request).and_then(|trace| trace.decided_by) {
            places.push(format!("{place} ({})", name(layers, *id)));
        }
    }
    match places.as_slice() {
        [] => format!("the root user may {what}"),
        [one] => format!("{one} allows {what}"),
        several => format!("{} allow {what}", several.join(" and ")),
    }
}

fn not_admitted(subject: &str, layers: &Layers, request: &Request) -> String {
    if layers.resource.is_none() {
        return format!("{subject} is not given");
    }
    let caller = request.caller();
    let text = format!(
        "{subject} does not let `{caller}` do `{}`",
        request.action()
    );
    with_near_miss(text, layers, LayerId::Resource, request)
}

/// Adds what keeps the nearest Allow of the layer from matching.
fn with_near_miss(text: String, layers: &Layers, id: LayerId, request: &Request) -> String {
    let Some(trace) = trace(layers, id, request) else {
        return text;
    };
    let is_allow = |near_miss: &&NearMiss| near_miss.effect == Effect::Allow;
    match trace.near_misses.iter().find(is_allow) {
        None => text,
        Some(near_miss) => format!("{text}: {}", would(near_miss)),
    }
}

fn would(near_miss: &NearMiss) -> String {
    let mut reasons = Vec::new();
    for mismatch in near_miss.mismatches.iter().take(2) {
        reasons.push(reason(mismatch));
    }
    format!(
        "{} would, but {}",
        near_miss.statement,
        reasons.join(", and ")
    )
}

pub(super) fn reason(mismatch: &Mismatch) -> String {
    match mismatch {
        Mismatch::Principal(failure) | Mismatch::Resource(failure) => element(failure),
        Mismatch::Condition(failure) => condition(failure),
    }
}

fn element(failure: &ElementFailure) -> String {
    let name = failure.element;
    match failure.wanted.as_slice() {
        [] => format!("it has no `{name}`"),
        wanted => format!("its `{name}` is {}", a_few(wanted, ", ")),
    }
}

/// The first of the texts, each in backticks.
fn a_few(texts: &[String], between: &str) -> String {
    const SHOWN: usize = 3;
    let mut shown = String::new();
    for (index, text) in texts.iter().take(SHOWN).enumerate() {
        if index > 0 {
            shown.push_str(between);
        }
        shown.push('`');
        shown.push_str(text);
        shown.push('`');
    }
    match texts.len().saturating_sub(SHOWN) {
        0 => shown,
        hidden => format!("{shown} and {hidden} more"),
    }
}

/// What held, of a Deny.
fn holds(condition: &ConditionFailure) -> String {
    let (operator, key) = (&condition.operator, &condition.key);
    let found = match condition.found.as_deref() {
        None => format!("the request has no `{key}`"),
        Some(values) => format!("`{key}` is {}", a_few(values, ", ")),
    };
    format!("{found}, and `{operator}` asks for {}", wanted(condition))
}

fn wanted(condition: &ConditionFailure) -> String {
    let operator = ConditionOperator::from(condition.operator.as_str());
    let values = a_few(&condition.wanted, " or ");
    if operator.base().is_negated() {
        format!("anything but {values}")
    } else {
        values
    }
}

fn condition(failure: &ConditionFailure) -> String {
    let wanted = wanted(failure);
    let (operator, key) = (&failure.operator, &failure.key);
    let found = match failure.found.as_deref() {
        None => format!("the request has no `{key}`"),
        Some([]) => format!("the request's `{key}` is empty"),
        Some(values) => format!("the request has {}", a_few(values, ", ")),
    };
    format!("its condition `{operator}` on `{key}` wants {wanted} and {found}")
}
