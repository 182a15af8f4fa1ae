//! What bounds an `Allow` is asked for, not only compared where it happens to be there.
//!
//! In a `Deny` the suffix `IfExists` is right: it denies those that lack the key, too.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists>

use super::callers::everybody;
use super::comparison::Comparison;
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document, Statement};
use crate::check::{Code, Message};
use crate::{OperatorFamily, PolicyKind};

codes! {
    /// An `Allow` is bounded by a key that many requests lack, with an operator that lets these pass.
    ///
    /// An operator that ends in `IfExists` compares the key where a request has it, and holds where it does not. Who signs
    /// with an access key has no `aws:MultiFactorAuthPresent`, who does not come through a VPC endpoint no `aws:SourceVpce`:
    /// they are allowed, though the condition was written to keep them out.
    ///
    /// Instead, use the operator without `IfExists`: then requests that lack the key are not allowed.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists>
    IF_EXISTS_BYPASS = security_warning, own;
}

/// Keys that say how somebody calls, each with those that lack it.
const OF_CALLERS: &[(&str, &str)] = &[
    ("aws:MultiFactorAuthPresent", "signed with an access key"),
    ("aws:MultiFactorAuthAge", "signed without MFA"),
    ("aws:PrincipalTag/", "of principals without that tag"),
    (
        "aws:SourceIdentity",
        "of sessions without a source identity",
    ),
    ("aws:SourceIp", "that come through a VPC endpoint"),
    ("aws:SourceVpc", "that come through no VPC endpoint"),
    ("aws:SourceVpcArn", "that come through no VPC endpoint"),
    ("aws:SourceVpce", "that come through no VPC endpoint"),
    ("aws:VpcSourceIp", "that come through no VPC endpoint"),
    ("aws:VpceAccount", "that come through no VPC endpoint"),
    ("aws:VpceOrgID", "that come through no VPC endpoint"),
    ("aws:VpceOrgPaths", "that come through no VPC endpoint"),
    ("sts:ExternalId", "that leave the external id out"),
];

/// Keys that bound what everybody may do through a VPC endpoint.
const OF_EVERYBODY: &[(&str, &str)] = &[
    ("aws:PrincipalAccount", "that nobody has signed"),
    ("aws:PrincipalArn", "that nobody has signed"),
    ("aws:PrincipalOrgID", "of those in no organization"),
    ("aws:PrincipalOrgPaths", "of those in no organization"),
    ("aws:SourceAccount", "that no service has sent for somebody"),
    ("aws:SourceArn", "that no service has sent for somebody"),
    ("aws:SourceOrgID", "that no service has sent for somebody"),
    (
        "aws:SourceOrgPaths",
        "that no service has sent for somebody",
    ),
];

/// Keys that every request has: to compare them is not to ask who calls.
const ALWAYS_THERE: &[&str] = &[
    "aws:CurrentTime",
    "aws:RequestedRegion",
    "aws:SecureTransport",
];

/// Keys of requests through an endpoint, which have no public address.
const OF_ENDPOINTS: &[&str] = &[
    "aws:SourceVpc",
    "aws:SourceVpcArn",
    "aws:SourceVpce",
    "aws:VpcSourceIp",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in document.statements.iter().filter(|of| of.allows()) {
        if !statement.conditions.is_empty() {
            one_statement(document.kind, statement, report);
        }
    }
}

fn one_statement(kind: PolicyKind, statement: &Statement<'_>, report: &mut Report) {
    let is_of_everybody = everybody(statement).is_some();
    // Another check says that the whole world is let in, and why.
    if is_of_everybody && kind != PolicyKind::VpcEndpoint {
        return;
    }
    let comparisons = Comparison::all(statement).unwrap_or_default();
    let is_bound = |of: &Comparison<'_, '_>| of.demands_key() && !of.is_of_any(ALWAYS_THERE);
    let has_address = comparisons.iter().any(|of| of.is_of("aws:SourceIp"));
    let has_endpoint = comparisons.iter().any(|of| of.is_of_any(OF_ENDPOINTS));
    // Of address and endpoint each request has one.
    if comparisons.iter().any(is_bound) || (has_address && has_endpoint) {
        return;
    }
    let of_everybody = if is_of_everybody { OF_EVERYBODY } else { &[] };
    for comparison in comparisons.iter().filter(|of| keeps_out(of)) {
        let is_it = |key: &str| match key.strip_suffix('/') {
            Some(family) => {
                let tag = comparison.name.split_once('/');
                tag.is_some_and(|(of, _)| of.eq_ignore_ascii_case(family))
            }
            None => comparison.is_of(key),
        };
        let mut table = OF_CALLERS.iter().chain(of_everybody);
        if let Some((_, who)) = table.find(|(key, _)| is_it(key)) {
            report.add_at(comparison.key, bypass(comparison, who));
        }
    }
}

/// Whether a comparison keeps somebody out who has the key. Of `*` another check speaks.
fn keeps_out(comparison: &Comparison<'_, '_>) -> bool {
    let base = comparison.operator.base();
    let is_star = |value: &ConditionValue<'_>| value.scalar.text() == Some("*");
    let wants_false = base.family() == OperatorFamily::Bool && comparison.asks("false");
    let lets_in = base.is_negated() || wants_false || comparison.values.iter().any(is_star);
    comparison.operator.is_if_exists() && !lets_in
}

fn bypass(comparison: &Comparison<'_, '_>, who: &str) -> Message {
    let plain = comparison.operator.clone().with_if_exists(false);
    Message::new(
        Code::IF_EXISTS_BYPASS,
        format!(
            "`{}` allows requests {who}, too: they have no `{}`",
            comparison.operator, comparison.name
        ),
    )
    .with_help(format!("write `{plain}`, which wants the key to be there"))
}

#[cfg(test)]
mod tests {
    use crate::{PolicyKind, check};

    fn is_found(kind: PolicyKind, principal: &str, action: &str, condition: &str) -> bool {
        let resource = if kind == PolicyKind::Trust {
            ""
        } else {
            r#""Resource": "arn:aws:s3:::reports/*","#
        };
        let text = format!(
            r#"{{"Version": "2012-10-17", "Statement": {{"Effect": "Allow", "Principal": {principal},
                "Action": "{action}", {resource} "Condition": {condition}}}}}"#
        );
        let findings = check::validate(&text, kind);
        findings
            .iter()
            .any(|of| of.code().name() == "IF_EXISTS_BYPASS")
    }

    #[test]
    fn an_endpoint_is_for_those_of_the_organization() {
        let condition = r#"{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}"#;
        let of = |kind, principal| is_found(kind, principal, "s3:GetObject", condition);
        assert!(of(PolicyKind::VpcEndpoint, r#""*""#));
        assert!(!of(PolicyKind::VpcEndpoint, r#"{"AWS": "123456789012"}"#));
        assert!(
            !of(PolicyKind::Resource, r#""*""#),
            "`PUBLIC_ACCESS` says so"
        );
    }

    #[test]
    fn an_external_id_cannot_be_left_out() {
        let of = |condition| {
            let principal = r#"{"AWS": "123456789012"}"#;
            is_found(PolicyKind::Trust, principal, "sts:AssumeRole", condition)
        };
        assert!(of(r#"{"StringEqualsIfExists": {"sts:ExternalId": "abc"}}"#));
        assert!(!of(r#"{"StringEquals": {"sts:ExternalId": "abc"}}"#));
    }
}
