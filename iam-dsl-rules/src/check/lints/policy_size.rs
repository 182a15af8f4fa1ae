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
    /// An identity policy is larger than any that IAM stores.
    ///
    /// A managed policy has up to 6,144 characters without white space, and all inline policies of a role together
    /// 10,240. IAM does not save more.
    ///
    /// Instead, spread the statements over several managed policies, or name fewer actions and resources one by one.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA = warning;
    /// A resource control policy is larger than AWS Organizations stores it.
    ///
    /// It has up to 5,120 characters, white space among them.
    ///
    /// Instead, leave the white space out, or spread the statements over several policies.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html>
    POLICY_SIZE_EXCEEDS_RCP_QUOTA = error_of_text;
    /// A trust policy is larger than IAM stores it, unless the account has asked for more.
    ///
    /// It has up to 2,048 characters without white space, and up to 8,192 in accounts that had the quota raised.
    ///
    /// Instead, trust fewer principals one by one, as with a condition on the organization, or have the quota raised
    /// and allow this finding.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA = warning;
    /// A service control policy is larger than AWS Organizations stores it.
    ///
    /// It has up to 10,240 characters, white space among them.
    ///
    /// Instead, leave the white space out, or spread the statements over several policies.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html>
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
