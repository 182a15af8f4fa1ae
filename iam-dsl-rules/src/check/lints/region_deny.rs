//! What denies regions spares the services that answer in one region for all.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html>

use super::callers::OF_NETWORKS;
use super::comparison::Comparison;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Statement};
use crate::check::{Code, Message};
use crate::pattern::{glob, overlaps_ignore_case};

codes! {
    /// A `Deny` of other regions also denies global services, which are in none.
    ///
    /// IAM, CloudFront, Route 53 and AWS Support have one place for all regions, and their requests are for `us-east-1`. Where
    /// that region is not among those that are let through, nobody can use these services any more, nor mend the policy
    /// if IAM is one of them.
    ///
    /// Instead, name their actions in `NotAction`: `iam:*`, `cloudfront:*`, `route53:*`, `support:*`, and those of other global
    /// services that you use.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-requested-region.html>
    REGION_DENY_WITHOUT_GLOBAL_SERVICES = warning, own;
}

const GLOBAL: &[&str] = &["iam:*", "cloudfront:*", "route53:*", "support:*"];

/// Where they are, in the partition that most accounts are in; others have no such services, or have them elsewhere.
const PLACE: &str = "us-east-1";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind.takes_principal() {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.denies()) {
        if !statement.conditions.is_empty() {
            one_statement(statement, report);
        }
    }
}

fn one_statement(statement: &Statement<'_>, report: &mut Report) {
    let [actions] = statement.actions.as_slice() else {
        return;
    };
    let comparisons = Comparison::all(statement).unwrap_or_default();
    let Some(of_region) = comparisons
        .iter()
        .find(|of| of.is_of("aws:RequestedRegion"))
    else {
        return;
    };
    // What is denied from one network is not denied everywhere.
    if comparisons
        .iter()
        .any(|of| of.is_of_any(OF_NETWORKS) && of.demands_key())
    {
        return;
    }
    let regions = of_region.texts().unwrap_or_default();
    let lets_through = |region: &&str| glob(region, PLACE);
    let is_elsewhere = |region: &&str| region.starts_with("cn-") || region.starts_with("us-gov-");
    if !of_region.operator.base().is_negated()
        || of_region.operator.set().is_some()
        || regions.is_empty()
        || regions.iter().any(lets_through)
        || regions.iter().all(is_elsewhere)
    {
        return;
    }
    let stopped: Vec<&str> = GLOBAL
        .iter()
        .copied()
        .filter(|global| denies(actions, global))
        .collect();
    if !stopped.is_empty() {
        report.add_at(of_region.key, message(&stopped));
    }
}

/// Whether it denies all of a service. What is denied of one service by name is meant.
fn denies(actions: &Element<'_>, service: &str) -> bool {
    if actions.name == "Action" {
        return actions.items.iter().any(|item| item.text == Some("*"));
    }
    let meets = |text: &str| overlaps_ignore_case(text, service);
    !actions.items.iter().any(|item| item.text.is_none_or(meets))
}

fn message(stopped: &[&str]) -> Message {
    let named = stopped.join("`, `");
    Message::new(
        Code::REGION_DENY_WITHOUT_GLOBAL_SERVICES,
        format!(
            "this also denies `{named}` everywhere, since their requests are for `{PLACE}` alone"
        ),
    )
    .with_help("name them in `NotAction`")
}
