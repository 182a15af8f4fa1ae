//! Resources as IAM wants them written.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>

use iam_dsl_catalog::Partition;

use super::messages;

/// What of S3 is in a region: its ARNs may say in which.
const S3_OF_A_REGION: [&str; 6] = [
    "accesspoint/",
    "job/",
    "storage-lens/",
    "storage-lens-group/",
    "access-grants/",
    "async-request/",
];

/// Returns IAM's message about a resource that is not written as one, field by field.
pub(super) fn wrong_form(resource: &str) -> Option<String> {
    if resource == "*" {
        return None;
    }
    let Some((_, rest)) = resource.split_once(':') else {
        return Some(messages::no_arn(resource));
    };
    let (partition, rest) = rest
        .split_once(':')
        .map_or((rest, None), |(partition, rest)| (partition, Some(rest)));
    if partition != "*" && Partition::find(partition).is_none() {
        return Some(wrong_partition(partition, rest.unwrap_or("")));
    }
    let Some(rest) = rest else {
        return Some(messages::WILDCARD_SERVICE.to_owned());
    };
    let (service, rest) = rest.split_once(':').unwrap_or((rest, ""));
    if service.contains(['*', '?']) {
        return Some(messages::WILDCARD_SERVICE.to_owned());
    }
    let id = rest.splitn(3, ':').nth(2).unwrap_or("");
    let has_region = !rest.starts_with(':');
    match service {
        "iam" if has_region => Some(messages::iam_region(resource)),
        "iam" if !is_iam_path(id) => Some(messages::iam_path()),
        "s3" if has_region && !S3_OF_A_REGION.iter().any(|start| id.starts_with(start)) => {
            Some(messages::s3_region(resource))
        }
        _ => None,
    }
}

/// `root` is not in IAM's message, but in AWS's own policies for `sts:AssumeRoot`.
fn is_iam_path(id: &str) -> bool {
    matches!(id, "*" | "root")
        || messages::IAM_PATHS
            .iter()
            .any(|start| id.starts_with(start))
}

/// IAM shows the ARN it has understood, with `*` for the fields that are not there.
fn wrong_partition(partition: &str, rest: &str) -> String {
    let mut fields = rest.splitn(4, ':');
    let mut next = || fields.next().unwrap_or("*");
    let (service, region, account, resource) = (next(), next(), next(), next());
    let service = if rest.is_empty() { "*" } else { service };
    messages::partition(partition, [service, region, account, resource])
}

/// Tells whether IAM's older parser can read a resource.
pub(super) fn can_be_parsed(resource: &str) -> bool {
    if resource == "*" {
        return true;
    }
    let has_fields = resource.matches(':').count() >= 5 || !resource.contains("::");
    let has_service = resource
        .split(':')
        .nth(2)
        .is_some_and(|service| !service.is_empty());
    has_fields && has_service
}
