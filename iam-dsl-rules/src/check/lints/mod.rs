//! What is no mistake that a compiler could be sure about, one lint a file, all listed in [`LINTS`].
//!
//! Names and types are those of IAM Access Analyzer. The lints cost time to compile, which the macros and an application
//! do not need to pay: they come with the feature `validate`.

mod allow_with_not_principal;
mod audience;
mod broad_action;
mod constant_condition;
mod create_slr;
mod empty_condition;
mod empty_list;
mod empty_sid;
mod epoch_date;
mod equivalent_to_null;
mod for_all_values;
mod github_branch;
mod improve_ip_range;
mod missing_version;
mod null_with_qualifier;
mod oidc_condition;
mod oidc_provider;
mod paired_keys;
mod pass_role;
mod policy_size;
mod private_source_ip_subset;
mod rcp_guards;
mod rcp_services;
mod redundant_action;
mod redundant_items;
mod redundant_numbers;
mod redundant_principal;
mod redundant_resource;
mod redundant_statement;
mod service_source;
mod string_like_with_arn;
mod unique_id_principal;
mod untrustworthy_key;
mod wildcard_in_service;
mod wildcard_without_like;

use super::report::Report;
use super::rules::{RULES, Rule};
use super::view::{self, Document};
use super::{Code, Finding, Message};
use crate::PolicyKind;
use crate::json::{self, Span};

/// Every lint.
const LINTS: &[Rule] = &[
    allow_with_not_principal::check,
    audience::check,
    constant_condition::check,
    create_slr::check,
    empty_condition::check,
    empty_list::check,
    empty_sid::check,
    epoch_date::check,
    equivalent_to_null::check,
    for_all_values::check,
    github_branch::check,
    improve_ip_range::check,
    missing_version::check,
    null_with_qualifier::check,
    oidc_condition::check,
    paired_keys::check,
    pass_role::check,
    private_source_ip_subset::check,
    rcp_guards::check,
    rcp_services::check,
    redundant_action::check,
    redundant_numbers::check,
    redundant_principal::check,
    redundant_resource::check,
    redundant_statement::check,
    service_source::check,
    string_like_with_arn::check,
    unique_id_principal::check,
    untrustworthy_key::check,
    wildcard_in_service::check,
    wildcard_without_like::check,
];

/// Checks the text of a policy, and returns all that is wrong with it, and all that could be better, in the order of the
/// text.
///
/// What [`document`](super::document) finds is among it. Text that is no JSON is one finding.
///
/// ```
/// use iam_dsl_rules::{PolicyKind, check};
///
/// let findings = check::validate(
///     r#"{"Version": "2012-10-17", "Statement": {
///         "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"
///     }}"#,
///     PolicyKind::Identity,
/// );
/// assert_eq!(findings.len(), 1);
/// assert_eq!(findings[0].code().name(), "PASS_ROLE_WITH_STAR_IN_RESOURCE");
/// ```
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>
#[must_use]
pub fn validate(text: &str, kind: PolicyKind) -> Vec<Finding> {
    let node = match json::parse(text) {
        Ok(node) => node,
        Err(error) => {
            let message = Message::new(Code::JSON_SYNTAX_ERROR, error.to_string());
            let span = error.span().unwrap_or(Span { start: 0, end: 0 });
            return vec![Finding::new(Vec::new(), span, message)];
        }
    };
    let mut report = Report::default();
    let document: Document<'_> = view::lower(&node, kind, &[], &mut report);
    for rule in RULES.iter().chain(LINTS) {
        rule(&document, &mut report);
    }
    policy_size::check(text, kind, &mut report);
    report.into_findings()
}
