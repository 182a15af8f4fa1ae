//! Names and ARNs of the resources that policies name most.

/// A type of resource.
pub(super) struct Resource {
    pub(super) cloudformation: &'static str,
    pub(super) terraform: &'static str,
    /// The property that has its name.
    pub(super) property: &'static str,
    pub(super) attribute: &'static str,
    /// What `Ref` gives.
    pub(super) reference: Gives,
    /// Its ARN, with `NAME` for the name.
    pub(super) arn: &'static str,
}

/// What a reference to a resource gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gives {
    Name,
    Arn,
    Other,
}

/// The account and region of what a template makes.
pub(super) const ACCOUNT: &str = "123456789012";
pub(super) const REGION: &str = "us-east-1";

macro_rules! resources {
    ($($cloudformation:literal $terraform:literal $property:literal $attribute:literal $reference:ident $arn:literal)*) => {
        /// AWS: <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html>
        const RESOURCES: &[Resource] = &[$(Resource {
            cloudformation: $cloudformation,
            terraform: $terraform,
            property: $property,
            attribute: $attribute,
            reference: Gives::$reference,
            arn: $arn,
        }),*];
    };
}

resources! {
    "AWS::CodeBuild::Project" "aws_codebuild_project" "Name" "name" Name "codebuild:REGION:ACCOUNT:project/NAME"
    "AWS::CodeCommit::Repository" "aws_codecommit_repository" "RepositoryName" "repository_name" Other "codecommit:REGION:ACCOUNT:NAME"
    "AWS::DynamoDB::GlobalTable" "" "TableName" "" Name "dynamodb:REGION:ACCOUNT:table/NAME"
    "AWS::DynamoDB::Table" "aws_dynamodb_table" "TableName" "name" Name "dynamodb:REGION:ACCOUNT:table/NAME"
    "AWS::ECR::Repository" "aws_ecr_repository" "RepositoryName" "name" Name "ecr:REGION:ACCOUNT:repository/NAME"
    "AWS::ECS::Cluster" "aws_ecs_cluster" "ClusterName" "name" Name "ecs:REGION:ACCOUNT:cluster/NAME"
    "AWS::Events::EventBus" "aws_cloudwatch_event_bus" "Name" "name" Name "events:REGION:ACCOUNT:event-bus/NAME"
    "AWS::Events::Rule" "aws_cloudwatch_event_rule" "Name" "name" Name "events:REGION:ACCOUNT:rule/NAME"
    "AWS::IAM::Group" "aws_iam_group" "GroupName" "name" Name "iam::ACCOUNT:group/NAME"
    "AWS::IAM::ManagedPolicy" "aws_iam_policy" "ManagedPolicyName" "name" Arn "iam::ACCOUNT:policy/NAME"
    "AWS::IAM::Role" "aws_iam_role" "RoleName" "name" Name "iam::ACCOUNT:role/NAME"
    "AWS::IAM::User" "aws_iam_user" "UserName" "name" Name "iam::ACCOUNT:user/NAME"
    "AWS::Kinesis::Stream" "aws_kinesis_stream" "Name" "name" Name "kinesis:REGION:ACCOUNT:stream/NAME"
    "AWS::KinesisFirehose::DeliveryStream" "aws_kinesis_firehose_delivery_stream" "DeliveryStreamName" "name" Name "firehose:REGION:ACCOUNT:deliverystream/NAME"
    "AWS::KMS::Key" "aws_kms_key" "" "" Name "kms:REGION:ACCOUNT:key/NAME"
    "AWS::Lambda::Function" "aws_lambda_function" "FunctionName" "function_name" Name "lambda:REGION:ACCOUNT:function:NAME"
    "AWS::Logs::LogGroup" "aws_cloudwatch_log_group" "LogGroupName" "name" Name "logs:REGION:ACCOUNT:log-group:NAME"
    "AWS::S3::Bucket" "aws_s3_bucket" "BucketName" "bucket" Name "s3:::NAME"
    "AWS::SecretsManager::Secret" "aws_secretsmanager_secret" "Name" "name" Arn "secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef"
    "AWS::Serverless::Function" "" "FunctionName" "" Name "lambda:REGION:ACCOUNT:function:NAME"
    "AWS::Serverless::SimpleTable" "" "TableName" "" Name "dynamodb:REGION:ACCOUNT:table/NAME"
    "AWS::SNS::Topic" "aws_sns_topic" "TopicName" "name" Arn "sns:REGION:ACCOUNT:NAME"
    "AWS::SQS::Queue" "aws_sqs_queue" "QueueName" "name" Other "sqs:REGION:ACCOUNT:NAME"
    "AWS::StepFunctions::StateMachine" "aws_sfn_state_machine" "StateMachineName" "name" Arn "states:REGION:ACCOUNT:stateMachine:NAME"
}

/// The type of a resource of CloudFormation.
pub(super) fn of_cloudformation(name: &str) -> Option<&'static Resource> {
    RESOURCES.iter().find(|one| one.cloudformation == name)
}

/// The type of a resource of Terraform.
pub(super) fn of_terraform(name: &str) -> Option<&'static Resource> {
    RESOURCES.iter().find(|one| one.terraform == name)
}

impl Resource {
    /// The ARN of the resource that has a name.
    pub(super) fn arn(&self, name: &str) -> String {
        let arn = self
            .arn
            .replace("REGION", REGION)
            .replace("ACCOUNT", ACCOUNT)
            .replace("NAME", name);
        format!("arn:aws:{arn}")
    }
}
