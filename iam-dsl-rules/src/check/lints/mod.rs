//! What is no mistake that a compiler could be sure about, one lint a file, all listed in [`LINTS`].
//!
//! Names and types are those of IAM Access Analyzer. The lints cost time to compile, which the macros and an application
//! do not need to pay: they come with the feature `validate`.

mod account_trust;
mod action_without_resource;
mod actions;
mod allow_with_not_principal;
mod allowed;
mod arn_of_no_resource;
mod audience;
mod broad_action;
mod callers;
mod companion_action;
mod comparison;
mod constant_condition;
mod create_slr;
mod dead_statement;
mod deprecated_key;
mod dynamodb_attributes;
mod empty_condition;
mod empty_list;
mod empty_sid;
mod epoch_date;
mod equivalent_to_null;
mod exclusion;
mod exposure;
mod for_all_values;
mod for_all_values_bypass;
mod full_admin;
mod github_branch;
mod github_names;
mod if_exists_bypass;
mod impossible_value;
mod improve_ip_range;
mod irrelevant_key;
mod key_never_present;
mod kms_lockout;
mod mfa_deny;
mod missing_kms;
mod missing_pass_role;
mod missing_version;
mod null_with_qualifier;
mod oidc_condition;
mod oidc_owner;
mod oidc_provider;
mod oidc_subject;
mod open_source;
mod paired_keys;
mod pass_role;
mod policy_quota;
mod policy_size;
mod private_source_ip_subset;
mod privilege_escalation;
mod public_access;
mod rcp_guards;
mod rcp_services;
mod redundant_action;
mod redundant_items;
mod redundant_numbers;
mod redundant_principal;
mod redundant_resource;
mod redundant_statement;
mod region_deny;
mod repeated_sid;
mod resource_policy_size;
mod resource_wildcard;
mod retired_action;
mod role_takers;
mod s3_lockout;
mod s3_prefix;
mod service_source;
mod service_trust;
mod service_wildcard;
mod shadowed_by_deny;
mod statement;
mod string_like_with_arn;
mod tag_keys;
mod tautology;
mod unique_id_principal;
mod unreviewed_code;
mod untrustworthy_key;
mod vpce_keys;
mod wildcard_in_service;
mod wildcard_without_like;

use super::codes::Check;
use super::report::Report;
use super::view;
use super::{Code, Finding, Message};
use crate::PolicyKind;
use crate::json::{self, Node, Span};

/// Every lint.
pub(super) const LINTS: &[Check] = checks![
    account_trust,
    action_without_resource,
    allow_with_not_principal,
    arn_of_no_resource,
    audience,
    companion_action,
    constant_condition,
    create_slr,
    dead_statement,
    deprecated_key,
    dynamodb_attributes,
    empty_condition,
    empty_list,
    empty_sid,
    epoch_date,
    equivalent_to_null,
    exposure,
    for_all_values,
    for_all_values_bypass,
    full_admin,
    github_branch,
    github_names,
    if_exists_bypass,
    impossible_value,
    improve_ip_range,
    irrelevant_key,
    key_never_present,
    kms_lockout,
    mfa_deny,
    missing_kms,
    missing_pass_role,
    missing_version,
    null_with_qualifier,
    oidc_condition,
    oidc_owner,
    oidc_subject,
    open_source,
    paired_keys,
    pass_role,
    policy_quota,
    policy_size,
    private_source_ip_subset,
    privilege_escalation,
    public_access,
    rcp_guards,
    rcp_services,
    redundant_action,
    redundant_numbers,
    redundant_principal,
    redundant_resource,
    redundant_statement,
    region_deny,
    repeated_sid,
    resource_policy_size,
    resource_wildcard,
    retired_action,
    s3_lockout,
    s3_prefix,
    service_source,
    service_trust,
    service_wildcard,
    shadowed_by_deny,
    string_like_with_arn,
    tag_keys,
    tautology,
    unique_id_principal,
    unreviewed_code,
    untrustworthy_key,
    vpce_keys,
    wildcard_in_service,
    wildcard_without_like,
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
    validate_node(&node, Some(text), kind)
}

/// Checks the tree of a policy as [`validate`] does its text.
///
/// Without `text` the size of the policy is not checked. [`Value::Opaque`](crate::json::Value::Opaque) stands for a value
/// that is not known yet: nothing is said about it, nor about what depends on it.
///
/// ```
/// use iam_dsl_rules::{PolicyKind, check, json};
///
/// let node = json::parse(r#"{"Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "*"}}"#)?;
/// let findings = check::validate_node(&node, None, PolicyKind::Identity);
/// assert_eq!(findings[0].code().name(), "MISSING_VERSION");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn validate_node(node: &Node<'_>, text: Option<&str>, kind: PolicyKind) -> Vec<Finding> {
    let mut report = Report::default();
    let mut document = view::lower(node, kind, &[], &mut report);
    document.text = text;
    for check in super::checks() {
        (check.run)(&document, &mut report);
    }
    report.into_findings()
}
