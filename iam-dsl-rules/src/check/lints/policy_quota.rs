//! A policy fits in the place that it is for, also where Access Analyzer does not measure it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Place};
use crate::check::{Code, Message};
use crate::json::Span;
use crate::quota::Quota;

codes! {
    /// A permissions boundary that is larger than a managed policy can be.
    ///
    /// A boundary is always a managed policy, and IAM does not save a larger one.
    ///
    /// Instead, allow with fewer patterns of actions, and leave to the policies themselves what they limit anyway.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    POLICY_SIZE_EXCEEDS_BOUNDARY_QUOTA = error_of_text, own;
    /// An identity policy that fits into a role as an inline policy only.
    ///
    /// IAM does not save it as a managed policy, nor in a user or a group, which take less than a role.
    ///
    /// Instead, split it into several managed policies.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    POLICY_SIZE_EXCEEDS_MANAGED_POLICY_QUOTA = suggestion, own;
    /// A session policy that is too large.
    ///
    /// STS refuses to start the session. Text within the quota can be refused, too, since STS also limits what it makes of all
    /// policies and tags of a session together.
    ///
    /// Instead, make a managed policy of it and pass its ARN, or write it without white space.
    ///
    /// AWS: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    POLICY_SIZE_EXCEEDS_SESSION_POLICY_QUOTA = error_of_text, own;
    /// A policy of a VPC endpoint that is too large.
    ///
    /// The endpoint does not take it.
    ///
    /// Instead, allow by organization or account with a condition, and not resource by resource.
    ///
    /// AWS: <https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html>
    POLICY_SIZE_EXCEEDS_VPC_ENDPOINT_POLICY_QUOTA = error_of_text, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let (Some(text), Some((code, quota, help))) = (document.text, quota(document.kind)) else {
        return;
    };
    // No text has more characters than bytes.
    if text.len() <= quota.limit() {
        return;
    }
    let size = quota.measure(text);
    // What no role takes either has a code of Access Analyzer's.
    let is_said = document.kind == PolicyKind::Identity && size > Quota::ROLE_INLINE.limit();
    if size <= quota.limit() || is_said {
        return;
    }
    let message = format!(
        "the policy has {size} characters, and {} takes {}",
        place(document.kind),
        quota.limit()
    );
    let start = Span { start: 0, end: 0 };
    let message = Message::new(code, message).with_help(help);
    report.add(Place::default(), start, message);
}

fn quota(kind: PolicyKind) -> Option<(Code, Quota, &'static str)> {
    let (code, help) = match kind {
        PolicyKind::Boundary => (
            Code::POLICY_SIZE_EXCEEDS_BOUNDARY_QUOTA,
            "allow with fewer patterns of actions",
        ),
        PolicyKind::Identity => (
            Code::POLICY_SIZE_EXCEEDS_MANAGED_POLICY_QUOTA,
            "split it into several managed policies, or put it into a role as an inline policy",
        ),
        PolicyKind::Session => (
            Code::POLICY_SIZE_EXCEEDS_SESSION_POLICY_QUOTA,
            "write it without white space, or make a managed policy of it and pass its ARN",
        ),
        PolicyKind::VpcEndpoint => (
            Code::POLICY_SIZE_EXCEEDS_VPC_ENDPOINT_POLICY_QUOTA,
            "allow by a condition on organization or account, and not resource by resource",
        ),
        PolicyKind::Resource | PolicyKind::Trust | PolicyKind::Scp | PolicyKind::Rcp => {
            return None;
        }
    };
    Some((code, Quota::of(kind)?, help))
}

fn place(kind: PolicyKind) -> &'static str {
    match kind {
        PolicyKind::Session => "a session",
        PolicyKind::VpcEndpoint => "a VPC endpoint",
        _ => "a managed policy",
    }
}
