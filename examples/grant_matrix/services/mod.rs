//! The grants of each service, a file each.

mod apigateway;
mod appconfig;
mod appmesh;
mod appsync;
mod athena;
mod backup;
mod batch;
mod bedrock;
mod bedrock_agentcore;
mod cloudfront;
mod cloudwatch;
mod codebuild;
mod codecommit;
mod codedeploy;
mod codeguru_profiler;
mod codepipeline;
mod cognito_idp;
mod dynamodb;
mod ec2;
mod ecr;
mod ecr_public;
mod ecs;
mod elasticfilesystem;
mod es;
mod events;
mod firehose;
mod geo;
mod glue;
mod iam;
mod kafka;
mod kinesis;
mod kms;
mod lambda;
mod logs;
mod mq;
mod rds;
mod route53;
mod s3;
mod s3tables;
mod s3vectors;
mod sagemaker;
mod scheduler;
mod secretsmanager;
mod ses;
mod sns;
mod sqs;
mod ssm;
mod states;
mod xray;

use iam_dsl::kms::Key;

use crate::{
    grantees::env,
    matrix::{Grantees, Matrix, Row},
};

/// The key that encrypted resources have.
pub(crate) fn key() -> Key {
    Key::new(&env(), "key-key-id")
}

/// Every row for these grantees, in the order of the services.
pub(crate) fn rows(grantees: Grantees) -> Vec<Row> {
    let services: &[fn(&mut Matrix)] = &[
        apigateway::add,
        appconfig::add,
        appmesh::add,
        appsync::add,
        athena::add,
        backup::add,
        batch::add,
        bedrock::add,
        bedrock_agentcore::add,
        cloudfront::add,
        cloudwatch::add,
        codebuild::add,
        codecommit::add,
        codedeploy::add,
        codeguru_profiler::add,
        codepipeline::add,
        cognito_idp::add,
        dynamodb::add,
        ec2::add,
        ecr::add,
        ecr_public::add,
        ecs::add,
        elasticfilesystem::add,
        es::add,
        events::add,
        firehose::add,
        geo::add,
        glue::add,
        iam::add,
        kafka::add,
        kinesis::add,
        kms::add,
        lambda::add,
        logs::add,
        mq::add,
        rds::add,
        route53::add,
        s3::add,
        s3tables::add,
        s3vectors::add,
        sagemaker::add,
        scheduler::add,
        secretsmanager::add,
        ses::add,
        sns::add,
        sqs::add,
        ssm::add,
        states::add,
        xray::add,
    ];
    let mut matrix = Matrix::new(grantees);
    for add in services {
        add(&mut matrix);
    }
    matrix.into_rows()
}
