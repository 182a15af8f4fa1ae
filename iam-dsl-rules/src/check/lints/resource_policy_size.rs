//! The policy of a resource is no larger than its service stores it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-general-warning-policy-size-exceeds-resource-policy-quota>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Place};
use crate::check::{Code, Message};
use crate::json::Span;

codes! {
    /// A policy of a resource that is larger than its service takes.
    ///
    /// Each service has a limit for the policies of its resources, and refuses to save what is larger. White space counts.
    ///
    /// Instead, say the same with fewer statements: patterns in place of lists, and `aws:PrincipalOrgID` in place of many
    /// accounts. For S3, access points have policies of their own.
    ///
    /// AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html>
    POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA = warning;
}

/// The most bytes of a policy, by the service whose actions it names.
const LIMITS: &[(&str, usize)] = &[
    // AWS: https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html
    ("acm-pca", 81_920),
    // AWS: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutResourcePolicy.html
    ("cloudtrail", 8192),
    // AWS: https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_PutDomainPermissionsPolicy.html
    ("codeartifact", 7168),
    // AWS: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html
    ("dynamodb", 20_480),
    // AWS: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html
    ("ecr", 10_240),
    // AWS: https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/API_SetRepositoryPolicy.html
    ("ecr-public", 10_240),
    // AWS: https://docs.aws.amazon.com/efs/latest/ug/API_PutFileSystemPolicy.html
    ("elasticfilesystem", 20_000),
    // AWS: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
    ("kms", 32_768),
    // AWS: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    ("lambda", 20_480),
    // AWS: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
    ("s3", 20_480),
    // AWS: https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3TableBuckets_PutTableBucketPolicy.html
    ("s3tables", 20_480),
    // AWS: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
    ("secretsmanager", 20_480),
    // AWS: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-using-conditions.html
    ("sns", 30_720),
    // AWS: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
    ("sqs", 8192),
];

/// The smallest of them: what is no larger needs no look at its actions.
const SMALLEST: usize = 7168;

/// What no service takes: AWS Network Firewall has the largest limit of all.
///
/// AWS: <https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_PutResourcePolicy.html>
const LARGEST: usize = 395_000;

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let size = match document.text {
        Some(text) if document.kind == PolicyKind::Resource => text.len(),
        _ => return,
    };
    if size <= SMALLEST {
        return;
    }
    let (service, limit) = limit(document);
    if size <= limit {
        return;
    }
    let text = match service {
        Some(service) => format!("the policy has {size} bytes, and `{service}` takes {limit}"),
        None => format!("the policy has {size} bytes, and no service takes more than {limit}"),
    };
    report.add(
        Place::default(),
        Span { start: 0, end: 0 },
        Message::new(Code::POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA, text)
            .with_help("name fewer principals, actions and resources one by one"),
    );
}

/// Returns the limit of the one service whose actions the policy names, or else the largest.
fn limit(document: &Document<'_>) -> (Option<&'static str>, usize) {
    let elements = document.statements.iter().flat_map(|of| &of.actions);
    let mut prefixes = elements
        .flat_map(Element::known)
        .map(|(_, text)| text.split(':').next().unwrap_or(text))
        .filter(|prefix| !prefix.contains(['*', '?']));
    let first = prefixes.next();
    let one = first.filter(|first| prefixes.all(|other| other.eq_ignore_ascii_case(first)));
    let found = one.and_then(|prefix| {
        let mut limits = LIMITS.iter();
        limits.find(|(known, _)| known.eq_ignore_ascii_case(prefix))
    });
    match found {
        Some((service, limit)) => (Some(service), *limit),
        None => (None, LARGEST),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_is_the_smallest() {
        assert_eq!(LIMITS.iter().map(|(_, limit)| *limit).min(), Some(SMALLEST));
    }
}
