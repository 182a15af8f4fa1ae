//! Who calls, from where and for whom is written in full, not as a pattern.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive>

use crate::check::report::Report;
use crate::check::view::{Condition, Document, Scalar};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator, OperatorFamily};

codes! {
    /// A key that says who calls, from where or for whom is compared with a policy variable.
    ///
    /// A variable is what the request says, and who can choose that chooses what the condition allows.
    ///
    /// Instead, write the values in full, or compare the key with another of its kind, such as `${aws:ResourceOrgID}`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive>
    VARIABLE_USAGE_TOO_PERMISSIVE = error;
    /// A key that says who calls, from where or for whom is compared with a pattern.
    ///
    /// Ids of accounts, organizations and VPCs are given out at random, so that a pattern also matches those of
    /// strangers.
    ///
    /// Instead, write the ids in full.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive>
    WILDCARD_USAGE_TOO_PERMISSIVE = error;
}

/// The keys in which AWS knows no use for a wildcard.
const SENSITIVE: &[&str] = &[
    "aws:PrincipalAccount",
    "aws:PrincipalOrgID",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:SourceAccount",
    "aws:SourceOrgID",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:VpceAccount",
    "aws:VpceOrgID",
];

/// A key that AWS compares with the ones above in policies of its own; nobody can choose what it holds.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instancesourcevpc>
const AS_CERTAIN: &str = "aws:Ec2InstanceSourceVpc";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        one_condition(condition, report);
    }
}

fn one_condition(condition: &Condition<'_>, report: &mut Report) {
    let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
        return;
    };
    let takes_patterns = match operator.base() {
        BaseOperator::StringLike | BaseOperator::StringNotLike => true,
        base if base.family() == OperatorFamily::String => false,
        _ => return,
    };
    for (key, values) in &condition.keys {
        let Some(name) = key.text else { continue };
        for value in values {
            // Of a `*` alone another check speaks: it asks whether the key is there.
            let Scalar::Text(text) = value.scalar else {
                continue;
            };
            let found = if is_sensitive(name) {
                in_sensitive_key(name, text, takes_patterns)
            } else if name.eq_ignore_ascii_case("aws:userid") {
                in_user_id(name, text, takes_patterns)
            } else {
                None
            };
            if let Some(message) = found.filter(|_| text != "*") {
                report.add(value.place, value.span, message);
            }
        }
    }
}

fn is_sensitive(key: &str) -> bool {
    SENSITIVE
        .iter()
        .any(|known| known.eq_ignore_ascii_case(key))
}

fn in_sensitive_key(key: &str, text: &str, takes_patterns: bool) -> Option<Message> {
    let (plain, variables) = parts(text);
    let is_free = |name: &&&str| !is_sensitive(name) && !name.eq_ignore_ascii_case(AS_CERTAIN);
    if let Some(name) = variables.iter().find(is_free) {
        let text = format!("`{key}` is compared with what `{name}` happens to be");
        let message = Message::new(Code::VARIABLE_USAGE_TOO_PERMISSIVE, text);
        return Some(message.with_help("write the values in full"));
    }
    (takes_patterns && plain.contains(['*', '?'])).then(|| {
        let text = format!("the pattern `{text}` lets in more than is meant by `{key}`");
        Message::new(Code::WILDCARD_USAGE_TOO_PERMISSIVE, text).with_help(format!(
            "write the values in full, or ask with `Null` whether `{key}` is there"
        ))
    })
}

/// Before the colon is the id of a role or user, after it the name of a session.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>
fn in_user_id(key: &str, text: &str, takes_patterns: bool) -> Option<Message> {
    let (plain, _) = parts(text);
    let (id, session) = match plain.split_once(':') {
        Some((id, _)) => (id, true),
        None => (plain.as_str(), false),
    };
    let is_whole = session && id.chars().count() == 1;
    let code = if is_whole {
        return None;
    } else if id.contains(HOLE) {
        Code::VARIABLE_USAGE_TOO_PERMISSIVE
    } else if takes_patterns && id.contains(['*', '?']) {
        Code::WILDCARD_USAGE_TOO_PERMISSIVE
    } else {
        return None;
    };
    let text = format!("`{text}` leaves open a part of the id that `{key}` begins with");
    Some(Message::new(code, text).with_help(
        "write the id in full and a colon before what is open, as in `AROADBQP57FF2AEXAMPLE:*`",
    ))
}

/// Stands for a variable; no id has it.
const HOLE: char = '\0';

/// Takes a text apart into what is not in variables, and the names of the variables.
fn parts(text: &str) -> (String, Vec<&str>) {
    let mut plain = String::new();
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        plain.push_str(before);
        let (inside, tail) = after.split_once('}').unwrap_or((after, ""));
        let name = inside.split(',').next().unwrap_or(inside).trim();
        // `${*}`, `${?}` and `${$}` are the characters themselves.
        if !matches!(name, "*" | "?" | "$" | "") {
            plain.push(HOLE);
            names.push(name);
        }
        rest = tail;
    }
    plain.push_str(rest);
    (plain, names)
}
