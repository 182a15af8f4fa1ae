//! Which services say for whom they act when they assume a role.
//!
//! Such a service sends `aws:SourceArn`, and most of them `aws:SourceAccount`, with `sts:AssumeRole`, so that a role can be
//! kept to one account's resources: see [the confused deputy problem][aws].
//!
//! A condition on a key that a service does not send locks the service out, so a row stands here only where AWS's
//! documents show the key in a role's trust policy. AWS keeps no list of them. What has no row, among them Amazon EC2
//! (instance profiles), AWS Lambda (execution roles), AWS Glue, Amazon Data Firehose and `codepipeline.amazonaws.com`, is
//! trusted without, or with a condition of the author's own. So is what sends its source for some of its roles only:
//! `cloudtrail.amazonaws.com` for imports into a lake, `cloudformation.amazonaws.com` for stack sets,
//! `datazone.amazonaws.com` for access to AWS Glue.
//!
//! [aws]: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html

use crate::Partition;

/// What a service sends with `sts:AssumeRole`, and where AWS says so.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct RoleSource {
    /// The service principal, without a region.
    pub principal: &'static str,
    /// The service in the ARN of `aws:SourceArn`.
    pub service: &'static str,
    /// How the resource in that ARN starts: one of these. None of them is any resource; `*` is all of them at once.
    pub resources: &'static [&'static str],
    /// Whether AWS's page has `aws:SourceAccount` too.
    pub account: bool,
    /// The page, under `https://docs.aws.amazon.com/`.
    pub page: &'static str,
}

/// Returns every service that sends its source, sorted by its principal.
///
/// # Example
///
/// ```
/// assert!(iam_dsl_catalog::role_sources::all().iter().any(|source| source.service == "states"));
/// ```
#[must_use]
pub fn all() -> &'static [RoleSource] {
    SOURCES
}

/// Finds the row of a service principal, which may name a region (`logs.eu-west-1.amazonaws.com`) or end in `.cn`.
///
/// # Example
///
/// ```
/// use iam_dsl_catalog::role_sources;
///
/// assert!(role_sources::find("states.amazonaws.com").is_some_and(|source| source.account));
/// assert!(role_sources::find("lambda.amazonaws.com").is_none());
/// ```
#[must_use]
pub fn find(principal: &str) -> Option<&'static RoleSource> {
    let name = principal.strip_suffix(".cn").unwrap_or(principal);
    let without_region = name
        .strip_suffix(".amazonaws.com")
        .and_then(|head| head.rsplit_once('.'))
        .filter(|(service, region)| {
            !service.contains('.') && Partition::of_region(region).is_some()
        })
        .map(|(service, _)| service);
    SOURCES.iter().find(|source| {
        let of_region = source.principal.strip_suffix(".amazonaws.com");
        source.principal == name || (without_region.is_some() && of_region == without_region)
    })
}

/// One row a service, sorted by its principal.
const SOURCES: &[RoleSource] = &[
    RoleSource {
        principal: "aiops.amazonaws.com",
        service: "aiops",
        resources: &[],
        account: true,
        page: "AmazonCloudWatch/latest/monitoring/Investigations-GetStarted-Group.html",
    },
    RoleSource {
        principal: "amplify.amazonaws.com",
        service: "amplify",
        resources: &["apps/"],
        account: true,
        page: "amplify/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "appstream.amazonaws.com",
        service: "appstream",
        resources: &["fleet/", "image-builder/"],
        account: true,
        page: "appstream2/latest/developerguide/example-fleet-machine.html",
    },
    RoleSource {
        principal: "appsync.amazonaws.com",
        service: "appsync",
        resources: &["apis/"],
        account: true,
        page: "appsync/latest/devguide/attaching-a-data-source.html",
    },
    RoleSource {
        principal: "athena.amazonaws.com",
        service: "athena",
        resources: &["workgroup/"],
        account: true,
        page: "athena/latest/ug/notebooks-spark-troubleshooting-workgroups.html",
    },
    RoleSource {
        principal: "autoscaling.amazonaws.com",
        service: "autoscaling",
        resources: &["autoScalingGroup:"],
        account: true,
        page: "autoscaling/ec2/userguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "bedrock-agentcore.amazonaws.com",
        service: "bedrock-agentcore",
        resources: &[],
        account: true,
        page: "bedrock-agentcore/latest/devguide/runtime-permissions.html",
    },
    RoleSource {
        principal: "bedrock.amazonaws.com",
        service: "bedrock",
        resources: &[],
        account: true,
        page: "bedrock/latest/userguide/model-import-iam-role.html",
    },
    RoleSource {
        principal: "codebuild.amazonaws.com",
        service: "codebuild",
        resources: &["project/"],
        account: true,
        page: "codebuild/latest/userguide/setting-up-service-role.html",
    },
    // For blue/green deployments of AWS CloudFormation the source is a stack: `from_account` fits those.
    RoleSource {
        principal: "codedeploy.amazonaws.com",
        service: "codedeploy",
        resources: &["deploymentgroup:"],
        account: true,
        page: "codedeploy/latest/userguide/security_confused_deputy.html",
    },
    // Of other jobs the page has the account alone.
    RoleSource {
        principal: "comprehend.amazonaws.com",
        service: "comprehend",
        resources: &["document-classifier/", "document-classifier-endpoint/"],
        account: true,
        page: "comprehend/latest/dg/cross-service-confused-deputy-prevention.html",
    },
    // The ARN always ends in `*`, says the page: one recorder cannot be named.
    RoleSource {
        principal: "config.amazonaws.com",
        service: "config",
        resources: &["*"],
        account: true,
        page: "config/latest/developerguide/iamrole-permissions.html",
    },
    // The role is assumed for a location, not for a task.
    RoleSource {
        principal: "datasync.amazonaws.com",
        service: "datasync",
        resources: &["location/"],
        account: true,
        page: "datasync/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    // A single cluster cannot be named, says the page. It is on task roles; that task execution roles get the same keys show
    // the examples of `AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html`.
    RoleSource {
        principal: "ecs-tasks.amazonaws.com",
        service: "ecs",
        resources: &["*"],
        account: true,
        page: "AmazonECS/latest/developerguide/task-iam-roles.html",
    },
    RoleSource {
        principal: "eks-fargate-pods.amazonaws.com",
        service: "eks",
        resources: &["fargateprofile/"],
        account: false,
        page: "eks/latest/userguide/pod-execution-role.html",
    },
    RoleSource {
        principal: "eks.amazonaws.com",
        service: "eks",
        resources: &["cluster/"],
        account: true,
        page: "eks/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "elasticmapreduce.amazonaws.com",
        service: "elasticmapreduce",
        resources: &[],
        account: true,
        page: "emr/latest/ManagementGuide/emr-studio-service-role.html",
    },
    RoleSource {
        principal: "events.amazonaws.com",
        service: "events",
        resources: &["rule/"],
        account: true,
        page: "eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "fis.amazonaws.com",
        service: "fis",
        resources: &["experiment/"],
        account: true,
        page: "fis/latest/userguide/getting-started-iam-service-role.html",
    },
    RoleSource {
        principal: "grafana.amazonaws.com",
        service: "grafana",
        resources: &["/workspaces/"],
        account: true,
        page: "grafana/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "healthlake.amazonaws.com",
        service: "healthlake",
        resources: &["datastore/fhir/"],
        account: true,
        page: "healthlake/latest/devguide/getting-started-setting-up.html",
    },
    RoleSource {
        principal: "hooks.cloudformation.amazonaws.com",
        service: "cloudformation",
        resources: &["type/hook/"],
        account: true,
        page: "AWSCloudFormation/latest/UserGuide/registry-public.html",
    },
    RoleSource {
        principal: "iot.amazonaws.com",
        service: "iot",
        resources: &[],
        account: true,
        page: "iot/latest/developerguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "kafkaconnect.amazonaws.com",
        service: "kafkaconnect",
        resources: &["connector/"],
        account: true,
        page: "msk/latest/developerguide/msk-connect-service-execution-role.html",
    },
    RoleSource {
        principal: "logs.amazonaws.com",
        service: "logs",
        resources: &[],
        account: false,
        page: "AmazonCloudWatch/latest/logs/SubscriptionFilters.html",
    },
    RoleSource {
        principal: "monitoring.rds.amazonaws.com",
        service: "rds",
        resources: &["db:"],
        account: true,
        page: "AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
    },
    RoleSource {
        principal: "osis-pipelines.amazonaws.com",
        service: "osis",
        resources: &["pipeline/"],
        account: true,
        page: "opensearch-service/latest/developerguide/pipeline-security-overview.html",
    },
    RoleSource {
        principal: "personalize.amazonaws.com",
        service: "personalize",
        resources: &[],
        account: true,
        page: "personalize/latest/dg/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "pipes.amazonaws.com",
        service: "pipes",
        resources: &["pipe/"],
        account: true,
        page: "eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "qbusiness.amazonaws.com",
        service: "qbusiness",
        resources: &["application/"],
        account: true,
        page: "amazonq/latest/qbusiness-ug/create-application-iam-role.html",
    },
    // `AmazonRDS/latest/UserGuide/Appendix.SQLServer.Options.Audit.IAM.html` has option groups.
    RoleSource {
        principal: "rds.amazonaws.com",
        service: "rds",
        resources: &["db:", "og:", "cluster:"],
        account: true,
        page: "AmazonRDS/latest/UserGuide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "resources.cloudformation.amazonaws.com",
        service: "cloudformation",
        resources: &["type/resource/"],
        account: true,
        page: "AWSCloudFormation/latest/UserGuide/registry-public.html",
    },
    // For models, endpoints and Studio the ARN ends in `*`, and one of an image is never a whole one, says the page.
    RoleSource {
        principal: "sagemaker.amazonaws.com",
        service: "sagemaker",
        resources: &[
            "compilation-job/",
            "edge-packaging-job/",
            "pipeline/",
            "processing-job/",
            "training-job/",
            "transform-job/",
        ],
        account: false,
        page: "sagemaker/latest/dg/security-confused-deputy-prevention.html",
    },
    // The source is a group of schedules: neither one schedule nor a prefix of their names, says the page.
    RoleSource {
        principal: "scheduler.amazonaws.com",
        service: "scheduler",
        resources: &["schedule-group/"],
        account: true,
        page: "scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "sms-voice.amazonaws.com",
        service: "sms-voice",
        resources: &["configuration-set/"],
        account: true,
        page: "sms-voice/latest/userguide/configuration-sets-kinesis-creating-role.html",
    },
    RoleSource {
        principal: "spotfleet.amazonaws.com",
        service: "ec2",
        resources: &["spot-fleet-request/"],
        account: true,
        page: "AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html",
    },
    RoleSource {
        principal: "ssm.amazonaws.com",
        service: "ssm",
        resources: &["automation-execution/"],
        account: true,
        page: "systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "states.amazonaws.com",
        service: "states",
        resources: &["stateMachine:"],
        account: true,
        page: "step-functions/latest/dg/procedure-create-iam-role.html",
    },
    RoleSource {
        principal: "storagegateway.amazonaws.com",
        service: "storagegateway",
        resources: &["gateway/"],
        account: true,
        page: "filegateway/latest/files3/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "textract.amazonaws.com",
        service: "textract",
        resources: &[],
        account: true,
        page: "textract/latest/dg/cross-service-confused-deputy-prevention.html",
    },
    RoleSource {
        principal: "transcribe.amazonaws.com",
        service: "transcribe",
        resources: &[],
        account: true,
        page: "transcribe/latest/dg/security_iam_id-based-policy-examples.html",
    },
    RoleSource {
        principal: "transfer.amazonaws.com",
        service: "transfer",
        resources: &["agreement/", "connector/", "server/", "user/", "workflow/"],
        account: true,
        page: "transfer/latest/userguide/confused-deputy.html",
    },
    RoleSource {
        principal: "translate.amazonaws.com",
        service: "translate",
        resources: &[],
        account: true,
        page: "translate/latest/dg/async-prereqs.html",
    },
    RoleSource {
        principal: "vpc-flow-logs.amazonaws.com",
        service: "ec2",
        resources: &["vpc-flow-log/"],
        account: true,
        page: "vpc/latest/userguide/flow-logs-iam-role.html",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_sourced() {
        assert!(
            SOURCES
                .windows(2)
                .all(|pair| pair[0].principal < pair[1].principal)
        );
        for source in SOURCES {
            assert!(
                source.principal.ends_with(".amazonaws.com"),
                "{}",
                source.principal
            );
            assert!(
                source
                    .page
                    .split_once(".html")
                    .is_some_and(|(_, rest)| rest.is_empty()),
                "{}",
                source.page
            );
            assert!(!source.page.contains(' '), "{}", source.page);
        }
    }

    #[test]
    fn regions_and_china_lead_to_the_same_row() {
        for name in [
            "logs.amazonaws.com",
            "logs.eu-west-1.amazonaws.com",
            "states.amazonaws.com.cn",
        ] {
            assert!(find(name).is_some(), "{name}");
        }
        // These would be locked out.
        for name in [
            "ec2.amazonaws.com",
            "lambda.amazonaws.com",
            "delivery.logs.amazonaws.com",
            // AWS shows their roles without the keys.
            "codepipeline.amazonaws.com",
            "firehose.amazonaws.com",
            "glue.amazonaws.com",
            // These get the keys with some of their roles.
            "cloudformation.amazonaws.com",
            "cloudtrail.amazonaws.com",
            "datazone.amazonaws.com",
        ] {
            assert!(find(name).is_none(), "{name}");
        }
    }
}
