//! Actions that cannot do without a role, which the caller passes to the service.

/// By service prefix, sorted: the actions whose API takes no request without a role.
///
/// From the members that the API models of botocore (Apache-2.0) mark as required, for actions that the reference says need
/// `iam:PassRole`; those of a few services come from the services' guides.
const TAKERS: &[(&str, &[&str])] = &[
    ("airflow", &["CreateEnvironment"]),
    (
        "backup",
        &[
            "CreateBackupSelection",
            "CreateRestoreTestingSelection",
            "StartBackupJob",
        ],
    ),
    ("backup-gateway", &["PutHypervisorPropertyMappings"]),
    (
        "bedrock",
        &[
            "CreateKnowledgeBase",
            "CreateModelCustomizationJob",
            "CreateModelImportJob",
            "CreateModelInvocationJob",
        ],
    ),
    ("braket", &["CreateJob"]),
    ("budgets", &["CreateBudgetAction"]),
    (
        "chime",
        &[
            "CreateMediaInsightsPipelineConfiguration",
            "UpdateMediaInsightsPipelineConfiguration",
        ],
    ),
    ("cleanrooms", &["CreateConfiguredTableAssociation"]),
    ("cloudtrail", &["EnableFederation"]),
    ("cloudwatch", &["PutMetricStream"]),
    ("codebuild", &["CreateProject"]),
    ("codeconnections", &["CreateSyncConfiguration"]),
    ("codedeploy", &["CreateDeploymentGroup"]),
    ("codepipeline", &["CreatePipeline"]),
    (
        "comprehend",
        &["CreateDocumentClassifier", "CreateEntityRecognizer"],
    ),
    (
        "databrew",
        &["CreateProfileJob", "CreateProject", "CreateRecipeJob"],
    ),
    ("dax", &["CreateCluster"]),
    ("deadline", &["CreateFleet"]),
    ("dlm", &["CreateLifecyclePolicy"]),
    (
        "dms",
        &["CreateDataMigration", "StartReplicationTaskAssessmentRun"],
    ),
    (
        "ec2",
        &[
            "AssociateIamInstanceProfile",
            "ReplaceIamInstanceProfileAssociation",
            "RequestSpotFleet",
        ],
    ),
    (
        "eks",
        &[
            "CreateCluster",
            "CreateFargateProfile",
            "CreateNodegroup",
            "CreatePodIdentityAssociation",
        ],
    ),
    ("emr-serverless", &["StartJobRun"]),
    ("fis", &["CreateExperimentTemplate"]),
    (
        "gamelift",
        &["CreateContainerFleet", "CreateGameServerGroup"],
    ),
    (
        "glue",
        &[
            "CreateCrawler",
            "CreateDevEndpoint",
            "CreateJob",
            "CreateMLTransform",
            "CreateSession",
        ],
    ),
    ("greengrass", &["AssociateServiceRoleToAccount"]),
    ("iam", &["AddRoleToInstanceProfile"]),
    (
        "imagebuilder",
        &["CreateLifecyclePolicy", "UpdateLifecyclePolicy"],
    ),
    ("iot", &["CreateProvisioningTemplate", "CreateRoleAlias"]),
    ("iotsitewise", &["CreatePortal"]),
    ("kafka", &["CreateReplicator"]),
    ("kafkaconnect", &["CreateConnector"]),
    ("kendra", &["CreateIndex"]),
    ("kinesisanalytics", &["CreateApplication"]),
    ("lambda", &["CreateFunction"]),
    ("logs", &["PutDestination"]),
    ("mediaconvert", &["CreateJob"]),
    (
        "neptune-graph",
        &["CreateGraphUsingImportTask", "StartImportTask"],
    ),
    ("omics", &["StartRun"]),
    ("pipes", &["CreatePipe", "UpdatePipe"]),
    (
        "quicksight",
        &["CreateVPCConnection", "UpdateVPCConnection"],
    ),
    (
        "rds",
        &[
            "AddRoleToDBCluster",
            "AddRoleToDBInstance",
            "CreateDBProxy",
            "RestoreDBClusterFromS3",
            "RestoreDBInstanceFromS3",
            "StartExportTask",
        ],
    ),
    ("rekognition", &["CreateStreamProcessor"]),
    ("resource-groups", &["StartTagSyncTask"]),
    ("s3", &["CreateJob", "PutReplicationConfiguration"]),
    (
        "sagemaker",
        &[
            "CreateAutoMLJob",
            "CreateAutoMLJobV2",
            "CreateCompilationJob",
            "CreateDataQualityJobDefinition",
            "CreateEdgePackagingJob",
            "CreateFlowDefinition",
            "CreateImage",
            "CreateInferenceExperiment",
            "CreateInferenceRecommendationsJob",
            "CreateLabelingJob",
            "CreateMlflowTrackingServer",
            "CreateModelBiasJobDefinition",
            "CreateModelExplainabilityJobDefinition",
            "CreateModelQualityJobDefinition",
            "CreateNotebookInstance",
            "CreateOptimizationJob",
            "CreatePipeline",
            "CreateProcessingJob",
            "CreateTrainingJob",
        ],
    ),
    (
        "sagemaker-geospatial",
        &[
            "ExportEarthObservationJob",
            "ExportVectorEnrichmentJob",
            "StartEarthObservationJob",
            "StartVectorEnrichmentJob",
        ],
    ),
    ("scheduler", &["CreateSchedule", "UpdateSchedule"]),
    ("securitylake", &["CreateDataLake"]),
    ("shield", &["AssociateDRTRole"]),
    ("ssm", &["CreateActivation"]),
    ("states", &["CreateStateMachine"]),
    (
        "storagegateway",
        &["CreateNFSFileShare", "CreateSMBFileShare"],
    ),
    ("synthetics", &["CreateCanary"]),
    ("timestream", &["CreateScheduledQuery"]),
    (
        "transfer",
        &[
            "CreateAccess",
            "CreateAgreement",
            "CreateConnector",
            "CreateUser",
        ],
    ),
];

/// Tells whether an action, by its whole name, is one of them.
pub(super) fn takes_role(action: &str) -> bool {
    let Some((prefix, name)) = action.split_once(':') else {
        return false;
    };
    let Ok(at) = TAKERS.binary_search_by(|(service, _)| (*service).cmp(prefix)) else {
        return false;
    };
    let names = TAKERS.get(at).map_or(&[][..], |(_, names)| names);
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use iam_dsl_catalog::Action;

    use super::{TAKERS, takes_role};

    #[test]
    fn all_are_actions_in_order() {
        assert!(TAKERS.is_sorted_by_key(|(service, _)| service));
        for (service, names) in TAKERS {
            for name in *names {
                let text = format!("{service}:{name}");
                assert!(
                    Action::find(&text).is_some_and(|action| action.to_string() == text),
                    "{text}"
                );
                assert!(takes_role(&text));
            }
        }
    }
}
