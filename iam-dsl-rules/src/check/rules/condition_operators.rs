//! Every condition operator exists.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message, nearest};
use crate::{BaseOperator, ConditionOperator, SetOperator};

codes! {
    /// There is no such condition operator.
    ///
    /// IAM does not save the policy.
    ///
    /// Instead, write one of IAM's, such as `StringEquals`, `StringLike`, `ArnLike`, `Bool` or `IpAddress`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
    INVALID_CONDITION_OPERATOR = error;
    /// The operator `Null` has the suffix `IfExists`.
    ///
    /// `Null` asks whether a key is there, and `IfExists` does not mind when it is not: together they say nothing, and
    /// IAM knows no such operator.
    ///
    /// Instead, write `Null` alone.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null>
    NULL_WITH_IF_EXISTS = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(text) = condition.operator.text else {
            continue;
        };
        if let BaseOperator::Unknown(_) = ConditionOperator::from(text).base() {
            report.add_at(&condition.operator, unknown(text));
        }
    }
}

fn unknown(text: &str) -> Message {
    let (set, rest) = match text.split_once(':') {
        Some((set, rest)) => (Some(set), rest),
        None => (None, text),
    };
    if rest.eq_ignore_ascii_case("NullIfExists") {
        return Message::new(
            Code::NULL_WITH_IF_EXISTS,
            format!("operator `{text}` asks for presence and does not mind absence"),
        )
        .with_help("write `Null` without `IfExists`");
    }
    let message = Message::new(
        Code::INVALID_CONDITION_OPERATOR,
        format!("unknown condition operator `{text}`"),
    );
    match suggestion(set, rest) {
        Some(suggestion) => message.with_suggestion(Some(suggestion)),
        None => message.with_help("operators are `StringEquals`, `StringLike`, `ArnLike`, `Bool`, `NumericLessThan`, `DateLessThan`, `IpAddress`, `Null` and others"),
    }
}

fn suggestion(set: Option<&str>, rest: &str) -> Option<String> {
    let mut text = String::new();
    if let Some(set) = set {
        let sets = [SetOperator::ForAllValues, SetOperator::ForAnyValue].map(SetOperator::as_str);
        text.push_str(nearest(set, &sets)?);
        text.push(':');
    }
    let (base, if_exists) = match rest.strip_suffix("IfExists") {
        Some(base) => (base, "IfExists"),
        None => (rest, ""),
    };
    let known: Vec<&str> = BaseOperator::ALL.iter().map(BaseOperator::as_str).collect();
    text.push_str(alias(base).or_else(|| nearest(base, &known))?);
    text.push_str(if_exists);
    Some(text)
}

/// Names that people expect and IAM has otherwise.
fn alias(base: &str) -> Option<&'static str> {
    Some(match base.to_ascii_lowercase().as_str() {
        "equals" => "StringEquals",
        "like" | "stringcontains" => "StringLike",
        "notequals" => "StringNotEquals",
        "boolean" | "boolequals" => "Bool",
        "ipaddressequals" | "cidr" => "IpAddress",
        "stringnotequalslike" => "StringNotLike",
        _ => return None,
    })
}
