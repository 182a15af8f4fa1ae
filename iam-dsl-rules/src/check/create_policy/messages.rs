//! What IAM says, word for word: scripts look for these texts.
//!
//! Collected from what IAM's API answered, as public reports and tests quote it.

/// The error of documents that IAM does not take.
pub(super) const MALFORMED: &str = "MalformedPolicyDocument";
/// The error of arguments that no document could have.
pub(super) const VALIDATION: &str = "ValidationError";
/// The error of what is too large.
pub(super) const LIMIT: &str = "LimitExceeded";

pub(super) const NOT_PRINTABLE: &str = "The specified value for policyDocument is invalid. It must contain only printable ASCII characters.";
pub(super) const SYNTAX: &str = "Syntax errors in policy.";
pub(super) const VERSION: &str = "Policy document must be version 2012-10-17 or greater.";
pub(super) const LEGACY_PARSING: &str = "The policy failed legacy parsing";
pub(super) const PRINCIPAL: &str = "Policy document should not specify a principal.";
pub(super) const SID_CHARACTERS: &str = "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*";
pub(super) const SID_TWICE: &str = "Statement IDs (SID) in a single policy must be unique.";
pub(super) const NO_ACTIONS: &str = "Policy statement must contain actions.";
pub(super) const NO_RESOURCES: &str = "Policy statement must contain resources.";
pub(super) const NO_SERVICE: &str =
    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
pub(super) const TWO_COLONS: &str = "Actions/Condition can contain only one colon.";
pub(super) const WILDCARD_SERVICE: &str =
    "Resource vendor must be fully qualified and cannot contain regexes.";

/// The beginnings of IAM's own resources, in the order IAM lists them.
pub(super) const IAM_PATHS: [&str; 13] = [
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/",
];

pub(super) fn iam_path() -> String {
    format!(
        r#"IAM resource path must either be "*" or start with {}."#,
        IAM_PATHS.join(", ")
    )
}

pub(super) fn action_service(service: &str) -> String {
    format!("Vendor {service} is not valid")
}

pub(super) fn no_arn(resource: &str) -> String {
    format!(r#"Resource {resource} must be in ARN format or "*"."#)
}

/// `fields` are those after the partition.
pub(super) fn partition(partition: &str, fields: [&str; 4]) -> String {
    let [service, region, account, resource] = fields;
    format!(
        r#"Partition "{partition}" is not valid for resource "arn:{partition}:{service}:{region}:{account}:{resource}"."#
    )
}

pub(super) fn iam_region(resource: &str) -> String {
    format!("IAM resource {resource} cannot contain region information.")
}

pub(super) fn s3_region(resource: &str) -> String {
    format!("Resource {resource} can not contain region information.")
}

pub(super) fn size(limit: usize) -> String {
    format!("Cannot exceed quota for PolicySize: {limit}")
}
