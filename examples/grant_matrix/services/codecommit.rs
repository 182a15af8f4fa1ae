//! Git repositories.

use iam_dsl::{codecommit, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let repository = codecommit::Repository::new(&env(), "my-repo");
    methods! {
        matrix, "codecommit", "Repository", repository.clone();
        grant_pull = "aws-codecommit.Repository.grantPull",
        grant_pull_push = "aws-codecommit.Repository.grantPullPush",
        grant_read = "aws-codecommit.Repository.grantRead",
    }
    let single = method(
        "codecommit",
        "Repository",
        "grant",
        Some("aws-codecommit.Repository.grant"),
    )
    .variant("actions", &["$grantee", "codecommit:GitPull"]);
    matrix.add(single, |grantee| {
        repository.grant(grantee, actions![codecommit::GitPull])
    });
}
