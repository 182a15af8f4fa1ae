//! Which actions together are a way to more permissions.
//!
//! The combinations are those of two catalogs of such ways, pathfinding.cloud (Apache-2.0) and cloudsplaining (BSD-3-Clause),
//! less those that contain another one. A test of the [parent](super) compares them.

/// Actions that, allowed together, let their holder get more permissions.
#[derive(Debug)]
pub(super) struct Combination {
    /// In alphabetical order.
    pub(super) actions: &'static [&'static str],
    /// What the holder can do with them.
    pub(super) lets: &'static str,
}

/// Every combination, in alphabetical order.
pub(super) const COMBINATIONS: &[Combination] = &[
    Combination {
        actions: &["apprunner:CreateService", "iam:PassRole"],
        lets: "run code of their own on App Runner as any role that it may take",
    },
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
        actions: &["cloudformation:CreateStack", "iam:PassRole"],
        lets: "have CloudFormation make anything as any role that it may take",
    },
    Combination {
        actions: &[
            "cloudformation:CreateStackInstances",
            "cloudformation:CreateStackSet",
            "iam:PassRole",
        ],
        lets: "have CloudFormation make anything, in several accounts, as any role that it may take",
    },
    Combination {
        actions: &["cloudformation:UpdateStack"],
        lets: "change any stack, and so act as the role that it was deployed with",
    },
    Combination {
        actions: &["cloudformation:UpdateStackSet", "iam:PassRole"],
        lets: "have CloudFormation make anything, in several accounts, as any role that it may take",
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
        actions: &["datapipeline:CreatePipeline", "iam:PassRole"],
        lets: "run commands of their own in a pipeline as any role that it may take",
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
        actions: &["ec2:RequestSpotInstances", "iam:PassRole"],
        lets: "start an instance that they control as any role that EC2 may take",
    },
    Combination {
        actions: &["ec2:RunInstances", "iam:PassRole"],
        lets: "start an instance that they control as any role that EC2 may take",
    },
    Combination {
        actions: &[
            "ecs:CreateService",
            "ecs:RegisterTaskDefinition",
            "iam:PassRole",
        ],
        lets: "run a container of their own as any role that ECS tasks may take",
    },
    Combination {
        actions: &["ecs:DescribeTasks", "ecs:ExecuteCommand"],
        lets: "run commands in any running container, and so act as its role",
    },
    Combination {
        actions: &["ecs:RegisterTaskDefinition", "ecs:RunTask", "iam:PassRole"],
        lets: "run a container of their own as any role that ECS tasks may take",
    },
    Combination {
        actions: &[
            "ecs:RegisterTaskDefinition",
            "ecs:StartTask",
            "iam:PassRole",
        ],
        lets: "run a container of their own as any role that ECS tasks may take",
    },
    Combination {
        actions: &["glue:CreateDevEndpoint", "iam:PassRole"],
        lets: "run code of their own on Glue as any role that it may take",
    },
    Combination {
        actions: &["glue:CreateJob", "glue:CreateTrigger", "iam:PassRole"],
        lets: "run code of their own on Glue as any role that it may take",
    },
    Combination {
        actions: &["glue:CreateJob", "glue:StartJobRun", "iam:PassRole"],
        lets: "run code of their own on Glue as any role that it may take",
    },
    Combination {
        actions: &["glue:CreateTrigger", "glue:UpdateJob", "iam:PassRole"],
        lets: "change what any Glue job runs, and have it run as any role that Glue may take",
    },
    Combination {
        actions: &["glue:StartJobRun", "glue:UpdateJob", "iam:PassRole"],
        lets: "change what any Glue job runs, and have it run as any role that Glue may take",
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
        actions: &[
            "iam:PassRole",
            "lambda:AddPermission",
            "lambda:CreateFunction",
        ],
        lets: "run code of their own in a function as any role that Lambda may take",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "lambda:CreateEventSourceMapping",
            "lambda:CreateFunction",
        ],
        lets: "run code of their own in a function as any role that Lambda may take",
    },
    Combination {
        actions: &[
            "iam:PassRole",
            "lambda:CreateFunction",
            "lambda:InvokeFunction",
        ],
        lets: "run code of their own in a function as any role that Lambda may take",
    },
    Combination {
        actions: &["iam:PassRole", "sagemaker:CreateNotebookInstance"],
        lets: "open a notebook as any role that SageMaker may take",
    },
    Combination {
        actions: &["iam:PassRole", "sagemaker:CreateProcessingJob"],
        lets: "run code of their own in a job as any role that SageMaker may take",
    },
    Combination {
        actions: &["iam:PassRole", "sagemaker:CreateTrainingJob"],
        lets: "run code of their own in a job as any role that SageMaker may take",
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
        actions: &[
            "sagemaker:CreateNotebookInstanceLifecycleConfig",
            "sagemaker:StartNotebookInstance",
            "sagemaker:StopNotebookInstance",
            "sagemaker:UpdateNotebookInstance",
        ],
        lets: "change what any notebook runs when it starts, and so act as its role",
    },
    Combination {
        actions: &["sagemaker:CreatePresignedNotebookInstanceUrl"],
        lets: "open any notebook, and so act as its role",
    },
    Combination {
        actions: &["ssm:SendCommand"],
        lets: "run commands on any instance, and so act as its role",
    },
    Combination {
        actions: &["ssm:StartSession"],
        lets: "open a shell on any instance, and so act as its role",
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
