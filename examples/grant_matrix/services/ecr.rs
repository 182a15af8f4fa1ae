//! Repositories of images, and the token that clients log in with.

use iam_dsl::{ecr, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let repository = ecr::Repository::new(&env(), "my-repo");
    methods! {
        matrix, "ecr", "Repository", repository.clone();
        grant_pull = "aws-ecr.Repository.grantPull",
        grant_push = "aws-ecr.Repository.grantPush",
        grant_pull_push = "aws-ecr.Repository.grantPullPush",
        grant_read = "aws-ecr.Repository.grantRead",
    }
    let single = method(
        "ecr",
        "Repository",
        "grant",
        Some("aws-ecr.Repository.grant"),
    )
    .variant("actions", &["$grantee", "ecr:BatchGetImage"]);
    matrix.add(single, |grantee| {
        repository.grant(grantee, actions![ecr::BatchGetImage])
    });
    methods! {
        matrix, "ecr", "AuthorizationToken", ecr::AuthorizationToken::new();
        grant_read = "aws-ecr.AuthorizationToken.grantRead",
    }
}
