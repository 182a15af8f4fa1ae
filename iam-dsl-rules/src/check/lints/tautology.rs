//! A condition tells requests apart.
//!
//! Of a `*` alone, and of wildcards in keys that say who calls, other checks speak.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>

use super::comparison::Comparison;
use crate::BaseOperator;
use crate::check::names::range;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::pattern::{arn_subsumes, subsumes};

codes! {
    /// A value of a condition takes in all that its key can hold.
    ///
    /// `0.0.0.0/0` is every address, `o-*/*` every organization, and no number of seconds is below zero. Such a condition looks
    /// like a bound and is none: it asks at most whether the request has the key.
    ///
    /// Instead, name what is meant. Where only the key's presence matters, say so with `"Null": {"…": "false"}`; where nothing
    /// is to be asked, leave the condition out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    TAUTOLOGICAL_CONDITION = warning, own;
}

/// What every value of a key looks like.
const ALL_OF: &[(&str, &str)] = &[
    ("aws:PrincipalOrgPaths", "o-*/*"),
    ("aws:ResourceOrgPaths", "o-*/*"),
    ("aws:SourceOrgPaths", "o-*/*"),
    ("aws:VpceOrgPaths", "o-*/*"),
    ("aws:PrincipalArn", "arn:aws:iam::*:*"),
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        if statement.conditions.is_empty() {
            continue;
        }
        for comparison in Comparison::all(statement).unwrap_or_default() {
            let texts = comparison
                .values
                .iter()
                .filter_map(|value| Some((value, value.scalar.text()?)));
            for (value, text) in texts {
                if takes_in_all(&comparison, text) {
                    report.add(value.place, value.span, message(&comparison, text));
                }
            }
        }
    }
}

fn takes_in_all(comparison: &Comparison<'_, '_>, text: &str) -> bool {
    match comparison.operator.base() {
        BaseOperator::IpAddress | BaseOperator::NotIpAddress => {
            range(text).is_some_and(|(_, length)| length == 0)
        }
        BaseOperator::NumericGreaterThanEquals => number(text).is_some_and(|number| number <= 0.0),
        BaseOperator::NumericGreaterThan => number(text).is_some_and(|number| number < 0.0),
        BaseOperator::StringLike | BaseOperator::StringNotLike => {
            let of_key = ALL_OF.iter().find(|(key, _)| comparison.is_of(key));
            text != "*" && (is_open(text) || of_key.is_some_and(|(_, all)| subsumes(text, all)))
        }
        BaseOperator::ArnLike
        | BaseOperator::ArnEquals
        | BaseOperator::ArnNotLike
        | BaseOperator::ArnNotEquals => {
            let of_key = ALL_OF.iter().find(|(key, _)| comparison.is_of(key));
            let all = of_key.map_or("arn:aws:*:*:*:*", |(_, all)| all);
            text != "*" && arn_subsumes(text, all)
        }
        _ => false,
    }
}

/// Whether a pattern has nothing that a value has to have, but that there is one.
fn is_open(text: &str) -> bool {
    text.contains('*')
        && text.chars().all(|of| of == '*' || of == '?')
        && text.matches('?').count() <= 1
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok()
}

fn message(comparison: &Comparison<'_, '_>, text: &str) -> Message {
    let name = comparison.name;
    let message = match range(text) {
        Some((address, _)) => {
            let version = if address.is_ipv4() { "IPv4" } else { "IPv6" };
            format!("`{text}` is every {version} address: it bounds nothing")
        }
        None => format!("`{text}` bounds nothing: it is met by whatever `{name}` is"),
    };
    Message::new(Code::TAUTOLOGICAL_CONDITION, message).with_help(format!(
        "name what is meant, or write `\"Null\": {{\"{name}\": \"false\"}}` if it only has to be there"
    ))
}
