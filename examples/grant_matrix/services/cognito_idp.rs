//! User pools.

use iam_dsl::{cognito_idp, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let pool = cognito_idp::UserPool::new(&env(), "us-east-1_AbCdEfGhI");
    let row = method(
        "cognito_idp",
        "UserPool",
        "grant",
        Some("aws-cognito.UserPool.grant"),
    )
    .variant("actions", &["$grantee", "cognito-idp:AdminCreateUser"]);
    matrix.add(row, |grantee| {
        pool.grant(grantee, actions![cognito_idp::AdminCreateUser])
    });
}
