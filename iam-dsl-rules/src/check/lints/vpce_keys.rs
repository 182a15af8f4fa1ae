//! Who owns a VPC endpoint is asked of services that know it.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// A condition on who owns the VPC endpoint, for a service that does not say.
    ///
    /// Only some services send `aws:VpceAccount`, `aws:VpceOrgID` and `aws:VpceOrgPaths`. For all others an `Allow` with such
    /// a condition allows nothing, and a `Deny` with a negated operator denies everything.
    ///
    /// Instead, put the actions of services that send the key into a statement of their own, and compare `aws:SourceVpce` or
    /// `aws:SourceVpc` for the others.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount>
    USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES = warning;
}

/// The services that send all three keys, sorted.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount>,
/// as of September 2026
const SUPPORTED: &[&str] = &[
    "acm-pca",
    "apprunner",
    "applicationinsights",
    "athena",
    "cloudformation",
    "comprehendmedical",
    "compute-optimizer",
    "datasync",
    "discovery",
    "dynamodb",
    "ebs",
    "ecr",
    "ecs",
    "firehose",
    "gamelift",
    "healthlake",
    "iam",
    "iotfleetwise",
    "iotwireless",
    "kinesisanalytics",
    "kms",
    "lambda",
    "medical-imaging",
    "omics",
    "payment-cryptography",
    "polly",
    "rbin",
    "rekognition",
    "route53",
    "s3",
    "scheduler",
    "servicediscovery",
    "servicequotas",
    "shield",
    "ssm-contacts",
    "storagegateway",
    "textract",
    "transcribe",
    "transfer",
];

/// The services that send `aws:VpceOrgID` alone.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceorgid>
const SUPPORTED_WITH_ORGANIZATION: &[&str] = &[
    "b2bi",
    "cassandra",
    "cognito-identity",
    "dms",
    "ds-data",
    "identitystore",
    "iottwinmaker",
    "network-firewall",
    "pricing",
    "ses",
    "sms-voice",
    "sqs",
    "workmail",
];

const KEYS: &[&str] = &["aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"];

/// The key that more services send than the other two.
const ORGANIZATION: &str = "aws:VpceOrgID";

/// The one action of a service of the list that does not have the keys.
const WITHOUT: &str = "iam:PassRole";

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        let keys = statement.conditions.iter().flat_map(|of| &of.keys);
        for (item, _) in keys {
            if let Some(key) = item.text.and_then(vpce_key) {
                one_key(item, key, statement, document.kind, report);
            }
        }
    }
}

fn vpce_key(name: &str) -> Option<&'static str> {
    let mut keys = KEYS.iter().copied();
    keys.find(|key| key.eq_ignore_ascii_case(name))
}

fn one_key(
    item: &Leaf<'_>,
    key: &str,
    statement: &Statement<'_>,
    kind: PolicyKind,
    report: &mut Report,
) {
    let lacks = |element: &Element<'_>| first_without(element, key, kind);
    if let Some(text) = statement.actions.iter().find_map(lacks) {
        let message = Message::new(Code::USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES, text);
        report.add_at(
            item,
            message
                .with_help("keep this condition to actions of services that AWS lists for the key"),
        );
    }
}

/// Says of the first action that lacks the key that it does.
fn first_without(element: &Element<'_>, key: &str, kind: PolicyKind) -> Option<String> {
    if element.name == "NotAction" {
        let is_known = !element.items.is_empty();
        return is_known
            .then(|| format!("`NotAction` takes in services whose requests never have `{key}`"));
    }
    element.known().find_map(|(_, action)| {
        let (prefix, _) = action.split_once(':').unwrap_or((action, ""));
        if prefix.contains(['*', '?']) {
            // A policy of a resource is of one service, whatever it says.
            return (kind != PolicyKind::Resource).then(|| {
                format!("`{action}` takes in services whose requests never have `{key}`")
            });
        }
        let lacks = !sends(prefix, key) || action.eq_ignore_ascii_case(WITHOUT);
        lacks.then(|| format!("requests for `{action}` never have `{key}`"))
    })
}

fn sends(prefix: &str, key: &str) -> bool {
    let is_in = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(prefix));
    is_in(SUPPORTED) || key == ORGANIZATION && is_in(SUPPORTED_WITH_ORGANIZATION)
}
