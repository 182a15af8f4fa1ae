//! Which actions together are a way to more permissions.
//!
//! The combinations are those of two catalogs of such ways, pathfinding.cloud (Apache-2.0) and cloudsplaining (BSD-3-Clause),
//! less those that contain another one. A test of the [parent](super) compares them.

/// Actions that, allowed together, let their holder get more permissions.
#[derive(Debug)]
pub(super) struct Combination {
    /// The one that it is best to narrow, and the others.
    pub(super) actions: &'static [&'static str],
    /// What the holder can do with them.
    pub(super) lets: &'static str,
}

/// Every combination, in alphabetical order.
pub(super) const COMBINATIONS: &[Combination] = &[
    Combination {
        actions: &["apprunner:UpdateService"],
        lets: "replace what any App Runner service runs, and so act as its role",
    },
    Combination {
        actions: &[
            "bedrock-agentcore:InvokeCodeInterpreter",
            "bedrock-agentcore:StartCodeInterpreterSession",
        ],
        lets: "run code of their own in any code interpreter, and so act as its role",
    },
    Combination {
        actions: &[
            "cloudformation:CreateChangeSet",
            "cloudformation:ExecuteChangeSet",
        ],
        lets: "change any stack, and so act as the role that it was deployed with",
    },
    Combination {
        actions: &["cloudformation:UpdateStack"],
        lets: "change any stack, and so act as the role that it was deployed with",
    },
    Combination {
        actions: &["codebuild:StartBuild"],
        lets: "run commands of their own in any build project, and so act as its role",
    },
    Combination {
        actions: &["codebuild:StartBuildBatch"],
        lets: "run commands of their own in any build project, and so act as its role",
    },
    Combination {
        actions: &[
            "ec2-instance-connect:SendSSHPublicKey",
            "ec2:DescribeInstances",
        ],
        lets: "log in to any instance, and so act as its role",
    },
    Combination {
        actions: &[
            "ec2:CreateLaunchTemplateVersion",
            "ec2:ModifyLaunchTemplate",
        ],
        lets: "change what instances of any launch template start with, and so act as their role",
    },
    Combination {
        actions: &[
            "ec2:ModifyInstanceAttribute",
            "ec2:StartInstances",
            "ec2:StopInstances",
        ],
        lets: "change what any instance runs when it starts, and so act as its role",
    },
    Combination {
        actions: &["ecs:ExecuteCommand", "ecs:DescribeTasks"],
        lets: "run commands in any running container, and so act as its role",
    },
    Combination {
        actions: &["glue:UpdateDevEndpoint"],
        lets: "log in to any Glue development endpoint, and so act as its role",
    },
    Combination {
        actions: &["iam:AddUserToGroup"],
        lets: "put themselves into any group, and so get its permissions",
    },
    Combination {
        actions: &["iam:AttachGroupPolicy"],
        lets: "attach any policy to any group, also to one they are in",
    },
    Combination {
        actions: &["iam:AttachRolePolicy"],
        lets: "attach any policy to any role, also to their own",
    },
    Combination {
        actions: &["iam:AttachUserPolicy"],
        lets: "attach any policy to a user, also to themselves",
    },
    Combination {
        actions: &["iam:CreateAccessKey"],
        lets: "make an access key of any user, and so act as that user",
    },
    Combination {
        actions: &["iam:CreateLoginProfile"],
        lets: "set a first password for any user, and so log in as that user",
    },
    Combination {
        actions: &["iam:CreatePolicyVersion"],
        lets: "rewrite any policy of the account, also one that they have",
    },
    Combination {
        actions: &["iam:PassRole", "apprunner:CreateService"],
        lets: "run code of their own on App Runner, as any role that trusts App Runner",
    },
    Combination {
        actions: &["iam:PassRole", "cloudformation:CreateStack"],
        lets: "have CloudFormation make anything, as any role that trusts CloudFormation",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "cloudformation:CreateStackInstances",
            "cloudformation:CreateStackSet",
        ],
        lets: "have CloudFormation make anything in several accounts, as any role that trusts CloudFormation",
    },
    Combination {
        actions: &["iam:PassRole", "cloudformation:UpdateStackSet"],
        lets: "have CloudFormation make anything in several accounts, as any role that trusts CloudFormation",
    },
    Combination {
        actions: &["iam:PassRole", "datapipeline:CreatePipeline"],
        lets: "run commands of their own in a pipeline, as any role that trusts Data Pipeline",
    },
    Combination {
        actions: &["iam:PassRole", "ec2:RequestSpotInstances"],
        lets: "start an instance that they control, as any role that trusts EC2",
    },
    Combination {
        actions: &["iam:PassRole", "ec2:RunInstances"],
        lets: "start an instance that they control, as any role that trusts EC2",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "ecs:CreateService",
            "ecs:RegisterTaskDefinition",
        ],
        lets: "run a container of their own, as any role that trusts ECS",
    },
    Combination {
        actions: &["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
        lets: "run a container of their own, as any role that trusts ECS",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "ecs:RegisterTaskDefinition",
            "ecs:StartTask",
        ],
        lets: "run a container of their own, as any role that trusts ECS",
    },
    Combination {
        actions: &["iam:PassRole", "glue:CreateDevEndpoint"],
        lets: "run code of their own on Glue, as any role that trusts Glue",
    },
    Combination {
        actions: &["iam:PassRole", "glue:CreateJob", "glue:CreateTrigger"],
        lets: "run code of their own on Glue, as any role that trusts Glue",
    },
    Combination {
        actions: &["iam:PassRole", "glue:CreateJob", "glue:StartJobRun"],
        lets: "run code of their own on Glue, as any role that trusts Glue",
    },
    Combination {
        actions: &["iam:PassRole", "glue:CreateTrigger", "glue:UpdateJob"],
        lets: "change what any Glue job runs, and have it run as any role that trusts Glue",
    },
    Combination {
        actions: &["iam:PassRole", "glue:StartJobRun", "glue:UpdateJob"],
        lets: "change what any Glue job runs, and have it run as any role that trusts Glue",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "lambda:AddPermission",
            "lambda:CreateFunction",
        ],
        lets: "run code of their own in a function, as any role that trusts Lambda",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "lambda:CreateEventSourceMapping",
            "lambda:CreateFunction",
        ],
        lets: "run code of their own in a function, as any role that trusts Lambda",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "lambda:CreateFunction",
            "lambda:InvokeFunction",
        ],
        lets: "run code of their own in a function, as any role that trusts Lambda",
    },
    Combination {
        actions: &["iam:PassRole", "sagemaker:CreateNotebookInstance"],
        lets: "open a notebook, as any role that trusts SageMaker",
    },
    Combination {
        actions: &["iam:PassRole", "sagemaker:CreateProcessingJob"],
        lets: "run code of their own in a job, as any role that trusts SageMaker",
    },
    Combination {
        actions: &["iam:PassRole", "sagemaker:CreateTrainingJob"],
        lets: "run code of their own in a job, as any role that trusts SageMaker",
    },
    Combination {
        actions: &["iam:PutGroupPolicy"],
        lets: "write any permissions into any group, also into one they are in",
    },
    Combination {
        actions: &["iam:PutRolePolicy"],
        lets: "write any permissions into any role, also into their own",
    },
    Combination {
        actions: &["iam:PutUserPolicy"],
        lets: "write any permissions into a user, also into themselves",
    },
    Combination {
        actions: &["iam:SetDefaultPolicyVersion"],
        lets: "bring back any older version of a policy that allowed more",
    },
    Combination {
        actions: &["iam:UpdateAssumeRolePolicy"],
        lets: "let themselves assume any role",
    },
    Combination {
        actions: &["iam:UpdateLoginProfile"],
        lets: "set a new password for any user, and so log in as that user",
    },
    Combination {
        actions: &["lambda:UpdateFunctionCode"],
        lets: "replace the code of any function, and so act as its role",
    },
    Combination {
        actions: &["sagemaker:CreatePresignedNotebookInstanceUrl"],
        lets: "open any notebook, and so act as its role",
    },
    Combination {
        actions: &[
            "sagemaker:UpdateNotebookInstance",
            "sagemaker:CreateNotebookInstanceLifecycleConfig",
            "sagemaker:StartNotebookInstance",
            "sagemaker:StopNotebookInstance",
        ],
        lets: "change what any notebook runs when it starts, and so act as its role",
    },
    Combination {
        actions: &["ssm:SendCommand"],
        lets: "run commands on any instance, and so act as its role",
    },
    Combination {
        actions: &["ssm:StartSession"],
        lets: "open a shell on any instance or in any container, and so act as its role",
    },
    Combination {
        actions: &["sts:AssumeRole"],
        lets: "become every role that trusts them or their account",
    },
];

/// The services that a role is passed to with the actions of a service, by the prefix of the actions.
///
/// From the trust policies that the guides of these services ask for.
pub(super) const PASSED_TO: &[(&str, &[&str])] = &[
    (
        "apprunner",
        &[
            "build.apprunner.amazonaws.com",
            "tasks.apprunner.amazonaws.com",
        ],
    ),
    ("cloudformation", &["cloudformation.amazonaws.com"]),
    (
        "datapipeline",
        &[
            "datapipeline.amazonaws.com",
            "ec2.amazonaws.com",
            "elasticmapreduce.amazonaws.com",
        ],
    ),
    ("ec2", &["ec2.amazonaws.com"]),
    ("ecs", &["ecs-tasks.amazonaws.com"]),
    ("glue", &["glue.amazonaws.com"]),
    ("lambda", &["lambda.amazonaws.com"]),
    ("sagemaker", &["sagemaker.amazonaws.com"]),
];
