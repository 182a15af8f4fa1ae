//! A policy is no larger than IAM stores it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Place};
use crate::check::{Code, Message};
use crate::json::Span;
use crate::quota::Quota;

codes! {
    /// An identity policy that is larger than a managed policy can be.
    POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA = warning;
    /// A resource control policy that is too large.
    POLICY_SIZE_EXCEEDS_RCP_QUOTA = error_of_text;
    /// A trust policy that is too large unless the account has asked for more.
    POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA = warning;
    /// A service control policy that is too large.
    POLICY_SIZE_EXCEEDS_SCP_QUOTA = error_of_text;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let kind = document.kind;
    let (Some(text), Some((code, quota))) = (document.text, quota(kind)) else {
        return;
    };
    let size = quota.measure(text);
    if size < quota.limit() || size == quota.limit() && !counts_one_more(kind) {
        return;
    }
    let message = Message::new(
        code,
        format!(
            "the policy has {size} characters, and IAM takes {}",
            quota.limit()
        ),
    );
    let span = Span { start: 0, end: 0 };
    report.add(
        Place::default(),
        span,
        message.with_help("split it, or name fewer actions and resources one by one"),
    );
}

fn quota(kind: PolicyKind) -> Option<(Code, Quota)> {
    let code = match kind {
        // As an inline policy of a role, which takes the most.
        PolicyKind::Identity | PolicyKind::Boundary => {
            return Some((
                Code::POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA,
                Quota::ROLE_INLINE,
            ));
        }
        PolicyKind::Trust => Code::POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA,
        PolicyKind::Scp => Code::POLICY_SIZE_EXCEEDS_SCP_QUOTA,
        PolicyKind::Rcp => Code::POLICY_SIZE_EXCEEDS_RCP_QUOTA,
        PolicyKind::Resource | PolicyKind::Session | PolicyKind::VpcEndpoint => return None,
    };
    Some((code, Quota::of(kind)?))
}

/// Access Analyzer finds that a policy of just the quota is too large, where white space does not count.
fn counts_one_more(kind: PolicyKind) -> bool {
    matches!(kind, PolicyKind::Identity | PolicyKind::Boundary)
}
