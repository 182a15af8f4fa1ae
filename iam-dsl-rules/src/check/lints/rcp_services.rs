//! A resource control policy denies actions of services that know such policies.
//!
//! No rule, although Access Analyzer calls it an error: AWS adds services every few weeks.
//!
//! AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {}

/// The prefixes AWS listed in September 2026.
const SERVICES: &[&str] = &[
    "aoss",
    "appconfig",
    "appstream",
    "autoscaling",
    "autoscaling-plans",
    "budgets",
    "clouddirectory",
    "cloudfront",
    "cloudsearch",
    "cloudtrail-data",
    "codeartifact",
    "codebuild",
    "codecommit",
    "codepipeline",
    "cognito-identity",
    "cognito-idp",
    "comprehend",
    "comprehendmedical",
    "compute-optimizer",
    "cost-optimization-hub",
    "dax",
    "dsql",
    "dynamodb",
    "ecr",
    "ecr-public",
    "events",
    "firehose",
    "fis",
    "fms",
    "gamelift",
    "health",
    "inspector-scan",
    "kendra",
    "kinesisvideo",
    "kms",
    "logs",
    "memorydb",
    "networkmonitor",
    "notifications",
    "opensearch",
    "pca-connector-ad",
    "personalize",
    "polly",
    "pricing",
    "resource-groups",
    "rolesanywhere",
    "s3",
    "secretsmanager",
    "servicediscovery",
    "signin",
    "sqs",
    "sts",
    "support",
    "swf",
    "textract",
    "timestream-influxdb",
    "transcribe",
    "transfer",
    "translate",
    "wafv2",
    "workspaces",
    "xray",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Rcp {
        return;
    }
    for action in document
        .statements
        .iter()
        .filter_map(|statement| statement.action())
    {
        for (item, text) in action.known() {
            let Some((prefix, _)) = text.split_once(':') else {
                continue;
            };
            let is_known = SERVICES.iter().any(|of| of.eq_ignore_ascii_case(prefix));
            if is_known || prefix.contains(['*', '?']) {
                continue;
            }
            let message = Message::new(
                Code::RCP_SYNTAX_ERROR_ACTION,
                format!("`{prefix}` is not known to support resource control policies"),
            );
            report.add_at(
                item,
                message.with_help("see AWS's list of services that do"),
            );
        }
    }
}
