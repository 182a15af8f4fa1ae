//! What gives away data, credentials or access is allowed on resources that are named.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege>

use std::sync::OnceLock;

use iam_dsl_catalog::Action;

use super::allowed::{self, Allowed, Passing, Scope, Watched};
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// An action that gives out credentials, on every resource.
    ///
    /// With a password, key or token somebody can go on as another user or log in to a machine or a database, without this
    /// policy having a say in what they do there.
    ///
    /// Instead, name in `Resource` the users, instances or databases that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege>
    CREDENTIALS_EXPOSURE = security_warning from Development, own;
    /// An action that reads objects, parameters or secrets, on every resource.
    ///
    /// One program that is taken over is then enough to copy all of the account's data, passwords of other programs among it.
    ///
    /// Instead, name in `Resource` the buckets, parameters or secrets that are meant.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege>
    DATA_EXFILTRATION = security_warning from Production, own;
    /// An action that says who may use a resource, on every resource.
    ///
    /// Whoever has the policy can open a bucket, a key or a queue to another account, or to everybody on the internet.
    ///
    /// Instead, name in `Resource` what is meant. What nobody is to share at all can be denied in a service control policy.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html>
    RESOURCE_EXPOSURE = security_warning from Development, own;
}

/// What is given away, and by which actions.
struct Exposure {
    code: Code,
    what: &'static str,
    actions: &'static [&'static str],
}

const EXPOSURES: &[Exposure] = &[
    // The list of cloudsplaining (BSD-3-Clause; `ACTIONS_THAT_RETURN_CREDENTIALS`), and the later ways into Redshift and DSQL
    // <https://docs.aws.amazon.com/redshift/latest/mgmt/generating-iam-credentials-overview.html>,
    // <https://docs.aws.amazon.com/aurora-dsql/latest/userguide/authentication-authorization.html>. Left out are those that
    // need no permission, those whose token is good for the caller's own permissions only, such as `ecr:GetAuthorizationToken`,
    // and those that PRIVILEGE_ESCALATION is about.
    Exposure {
        code: Code::CREDENTIALS_EXPOSURE,
        what: "get passwords, keys or tokens of others",
        actions: &[
            "chime:CreateApiKey",
            "codepipeline:PollForJobs",
            "cognito-identity:GetOpenIdTokenForDeveloperIdentity",
            "connect:GetFederationToken",
            "dsql:DbConnectAdmin",
            "ec2:GetPasswordData",
            "gamelift:GetInstanceAccess",
            "gamelift:RequestUploadCredentials",
            "iam:CreateServiceSpecificCredential",
            "iam:ResetServiceSpecificCredential",
            "iam:UpdateAccessKey",
            "lightsail:DownloadDefaultKeyPair",
            "lightsail:GetInstanceAccessDetails",
            "lightsail:GetRelationalDatabaseMasterUserPassword",
            "mediapackage:RotateChannelCredentials",
            "mediapackage:RotateIngestEndpointCredentials",
            "rds-db:connect",
            "redshift-serverless:GetCredentials",
            "redshift:GetClusterCredentials",
            "redshift:GetClusterCredentialsWithIAM",
        ],
    },
    // The list of cloudsplaining (`READ_ONLY_DATA_EXFILTRATION_ACTIONS`), and what reads former versions of the same.
    Exposure {
        code: Code::DATA_EXFILTRATION,
        what: "read everything that is stored there",
        actions: &[
            "s3:GetObject",
            "s3:GetObjectVersion",
            "secretsmanager:GetSecretValue",
            "ssm:GetParameter",
            "ssm:GetParameterHistory",
            "ssm:GetParameters",
            "ssm:GetParametersByPath",
        ],
    },
    // What can be made public by a policy or by sharing, as listed by SummitRoute's aws_exposable_resources, and its siblings in
    // the service authorization reference.
    Exposure {
        code: Code::RESOURCE_EXPOSURE,
        what: "let in anybody, also from outside of the account",
        actions: &[
            "acm-pca:PutPolicy",
            "backup:PutBackupVaultAccessPolicy",
            "codebuild:PutResourcePolicy",
            "dynamodb:PutResourcePolicy",
            "ec2:ModifyFpgaImageAttribute",
            "ec2:ModifyImageAttribute",
            "ec2:ModifySnapshotAttribute",
            "ecr:SetRepositoryPolicy",
            "elasticfilesystem:PutFileSystemPolicy",
            "es:UpdateDomainConfig",
            "es:UpdateElasticsearchDomainConfig",
            "glacier:SetVaultAccessPolicy",
            "glue:PutResourcePolicy",
            "kms:CreateGrant",
            "kms:PutKeyPolicy",
            "lambda:AddLayerVersionPermission",
            "lambda:AddPermission",
            "logs:PutDestinationPolicy",
            "mediastore:PutContainerPolicy",
            "rds:ModifyDBClusterSnapshotAttribute",
            "rds:ModifyDBSnapshotAttribute",
            "s3:PutAccessPointPolicy",
            "s3:PutBucketAcl",
            "s3:PutBucketPolicy",
            "s3:PutObjectAcl",
            "s3:PutObjectVersionAcl",
            "secretsmanager:PutResourcePolicy",
            "serverlessrepo:PutApplicationPolicy",
            "ses:PutIdentityPolicy",
            "sns:AddPermission",
            "sns:SetTopicAttributes",
            "sqs:AddPermission",
            "sqs:SetQueueAttributes",
            "ssm:ModifyDocumentPermission",
        ],
    },
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if !allowed::gives(document.kind) {
        return;
    }
    let named = watched().allowed(document);
    if named.is_empty() {
        return;
    }
    for exposure in EXPOSURES {
        let mut reported: Vec<Allowed<'_, '_>> = Vec::new();
        for action in exposure.actions.iter().filter(|it| named.contains(it)) {
            let Some(by) = allowed::widely(document, action, Passing::ToAnyService) else {
                continue;
            };
            let is_new = !reported.iter().any(|other| other.is_at(&by));
            if is_new && by.scope == Scope::All && !is_said_already(by.text()) {
                by.report(exposure.message(action, by.text()), report);
                reported.push(by);
            }
        }
    }
}

/// Whole services have a code of their own, which says enough.
fn is_said_already(text: &str) -> bool {
    text == "NotAction" || text.ends_with(":*") || allowed::is_every_action(text)
}

impl Exposure {
    fn message(&self, action: &str, by: &str) -> Message {
        let what = self.what;
        let lets = format!("on every resource lets whoever has this policy {what}");
        let message = if by.eq_ignore_ascii_case(action) {
            format!("`{by}` {lets}")
        } else {
            format!("`{by}` takes in `{action}`, which {lets}")
        };
        let arn = Action::find(action).and_then(allowed::example_arn);
        let help = match arn {
            Some(arn) => format!("allow it only on what is needed, such as `{arn}`"),
            None => "leave it out: it cannot be limited to some resources".to_owned(),
        };
        Message::new(self.code, message).with_help(help)
    }
}

fn watched() -> &'static Watched {
    static WATCHED: OnceLock<Watched> = OnceLock::new();
    WATCHED.get_or_init(|| {
        let actions = EXPOSURES.iter().flat_map(|exposure| exposure.actions);
        Watched::new(actions.copied())
    })
}
