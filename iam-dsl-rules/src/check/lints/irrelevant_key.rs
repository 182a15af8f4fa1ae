//! A resource is not asked which account it belongs to: it belongs to one, and its policy with it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-irrelevant-condition-key-in-policy>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// A condition on which account or organization owns the resource, in the policy of that resource.
    ///
    /// The policy stands on one resource, whose account and organization never differ from one request to the next. The
    /// condition always holds or never does, and says nothing about who calls.
    ///
    /// Instead, compare `aws:PrincipalAccount` or `aws:PrincipalOrgID` to say who may call, and keep the key for the policies
    /// of identities, where it says whose resources they may use.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount>
    IRRELEVANT_CONDITION_KEY_IN_POLICY = suggestion;
}

/// Keys that say whose the resource is.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties>,
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html>
const OF_THE_RESOURCE: &[&str] = &[
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "s3:ResourceAccount",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    // A VPC endpoint has a policy about the resources of others.
    if document.kind != PolicyKind::Resource {
        return;
    }
    for condition in document.conditions() {
        for (item, _) in &condition.keys {
            let Some(name) = item.text else { continue };
            if OF_THE_RESOURCE
                .iter()
                .any(|key| key.eq_ignore_ascii_case(name))
            {
                let message = Message::new(
                    Code::IRRELEVANT_CONDITION_KEY_IN_POLICY,
                    format!("`{name}` is the same in each request to the resource of this policy"),
                );
                report.add_at(
                    item,
                    message.with_help(
                        "leave it out, or compare who calls, as with `aws:PrincipalAccount`",
                    ),
                );
            }
        }
    }
}
