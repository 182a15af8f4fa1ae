//! Which services say for whom they act when they assume a role.
//!
//! A condition on a key that a service does not send locks the service out, so a row stands here only where AWS's
//! documents show the key in a role's trust policy. AWS keeps no list of them. What has no row, among them Amazon EC2
//! (instance profiles) and AWS Lambda (execution roles), is trusted without, or with a condition of the author's own.

/// What a service sends with `sts:AssumeRole`, and where AWS says so.
pub(super) struct Source {
    /// The service principal, without a region.
    pub(super) principal: &'static str,
    /// The service in the ARN of `aws:SourceArn`.
    pub(super) service: &'static str,
    /// How the resource in that ARN starts: one of these. None of them is any resource; `*` is all of them at once.
    pub(super) resources: &'static [&'static str],
    /// Whether AWS's page has `aws:SourceAccount` too.
    pub(super) account: bool,
    /// The page, under `https://docs.aws.amazon.com/`.
    pub(super) page: &'static str,
}

/// Finds the row of a service principal, which may name a region (`logs.eu-west-1.amazonaws.com`) or end in `.cn`.
#[inline]
pub(super) fn source_of(principal: &str) -> Option<&'static Source> {
    let name = principal.strip_suffix(".cn").unwrap_or(principal);
    let without_region = match name.split_once('.') {
        Some((service, rest)) => match rest.split_once('.') {
            Some((region, "amazonaws.com")) if is_region(region) => {
                Some(format!("{service}.amazonaws.com"))
            }
            _ => None,
        },
        None => None,
    };
    let name = without_region.as_deref().unwrap_or(name);
    SOURCES.iter().find(|source| source.principal == name)
}

#[inline]
fn is_region(text: &str) -> bool {
    iam_dsl_catalog::Partition::of_region(text).is_some()
}

/// One row a service, sorted by its principal.
pub(super) const SOURCES: &[Source] = &[
    Source {
        principal: "appstream.amazonaws.com",
        service: "appstream",
        resources: &["fleet/", "image-builder/"],
        account: true,
        page: "appstream2/latest/developerguide/example-fleet-machine.html",
    },
    Source {
        principal: "autoscaling.amazonaws.com",
        service: "autoscaling",
        resources: &["autoScalingGroup:"],
        account: true,
        page: "autoscaling/ec2/userguide/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "bedrock.amazonaws.com",
        service: "bedrock",
        resources: &[],
        account: true,
        page: "bedrock/latest/userguide/model-import-iam-role.html",
    },
    Source {
        principal: "codebuild.amazonaws.com",
        service: "codebuild",
        resources: &["project/"],
        account: true,
        page: "codebuild/latest/userguide/setting-up-service-role.html",
    },
    // The role is assumed for a location, not for a task.
    Source {
        principal: "datasync.amazonaws.com",
        service: "datasync",
        resources: &["location/"],
        account: true,
        page: "datasync/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    // A single cluster cannot be named, says the page.
    Source {
        principal: "ecs-tasks.amazonaws.com",
        service: "ecs",
        resources: &["*"],
        account: true,
        page: "AmazonECS/latest/developerguide/task-iam-roles.html",
    },
    Source {
        principal: "eks-fargate-pods.amazonaws.com",
        service: "eks",
        resources: &["fargateprofile/"],
        account: false,
        page: "eks/latest/userguide/pod-execution-role.html",
    },
    Source {
        principal: "eks.amazonaws.com",
        service: "eks",
        resources: &["cluster/"],
        account: true,
        page: "eks/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "elasticmapreduce.amazonaws.com",
        service: "elasticmapreduce",
        resources: &[],
        account: true,
        page: "emr/latest/ManagementGuide/emr-studio-service-role.html",
    },
    Source {
        principal: "events.amazonaws.com",
        service: "events",
        resources: &["rule/"],
        account: true,
        page: "eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "fis.amazonaws.com",
        service: "fis",
        resources: &["experiment/"],
        account: true,
        page: "fis/latest/userguide/getting-started-iam-service-role.html",
    },
    Source {
        principal: "grafana.amazonaws.com",
        service: "grafana",
        resources: &["/workspaces/"],
        account: true,
        page: "grafana/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "iot.amazonaws.com",
        service: "iot",
        resources: &[],
        account: true,
        page: "iot/latest/developerguide/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "kafkaconnect.amazonaws.com",
        service: "kafkaconnect",
        resources: &["connector/"],
        account: true,
        page: "msk/latest/developerguide/msk-connect-service-execution-role.html",
    },
    Source {
        principal: "logs.amazonaws.com",
        service: "logs",
        resources: &[],
        account: false,
        page: "AmazonCloudWatch/latest/logs/SubscriptionFilters.html",
    },
    Source {
        principal: "monitoring.rds.amazonaws.com",
        service: "rds",
        resources: &["db:"],
        account: true,
        page: "AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
    },
    Source {
        principal: "osis-pipelines.amazonaws.com",
        service: "osis",
        resources: &["pipeline/"],
        account: true,
        page: "opensearch-service/latest/developerguide/pipeline-security-overview.html",
    },
    Source {
        principal: "personalize.amazonaws.com",
        service: "personalize",
        resources: &[],
        account: true,
        page: "personalize/latest/dg/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "rds.amazonaws.com",
        service: "rds",
        resources: &["db:", "og:", "cluster:"],
        account: true,
        page: "AmazonRDS/latest/UserGuide/Appendix.SQLServer.Options.Audit.IAM.html",
    },
    Source {
        principal: "sagemaker.amazonaws.com",
        service: "sagemaker",
        resources: &[],
        account: false,
        page: "sagemaker/latest/dg/security-confused-deputy-prevention.html",
    },
    // The source is a group of schedules: neither one schedule nor a prefix of their names, says the page.
    Source {
        principal: "scheduler.amazonaws.com",
        service: "scheduler",
        resources: &["schedule-group/"],
        account: true,
        page: "scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "ssm.amazonaws.com",
        service: "ssm",
        resources: &["automation-execution/"],
        account: true,
        page: "systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
    },
    Source {
        principal: "states.amazonaws.com",
        service: "states",
        resources: &["stateMachine:"],
        account: true,
        page: "step-functions/latest/dg/procedure-create-iam-role.html",
    },
    Source {
        principal: "transfer.amazonaws.com",
        service: "transfer",
        resources: &["agreement/", "connector/", "server/", "user/", "workflow/"],
        account: true,
        page: "transfer/latest/userguide/confused-deputy.html",
    },
    Source {
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
    fn rows_are_sorted_sourced_and_of_known_principals() {
        assert!(
            SOURCES
                .windows(2)
                .all(|pair| pair[0].principal < pair[1].principal)
        );
        for source in SOURCES {
            assert!(
                iam_dsl_core::check::service_principal(source.principal).is_ok(),
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
            assert!(source_of(name).is_some(), "{name}");
        }
        // These would be locked out.
        for name in [
            "ec2.amazonaws.com",
            "lambda.amazonaws.com",
            "delivery.logs.amazonaws.com",
        ] {
            assert!(source_of(name).is_none(), "{name}");
        }
    }
}
