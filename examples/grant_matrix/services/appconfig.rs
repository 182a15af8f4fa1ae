//! Environments.

use iam_dsl::{appconfig, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let environment = appconfig::Environment::new(&env(), "appcfg1", "appenv1");
    methods! {
        matrix, "appconfig", "Environment", environment.clone();
        grant_read_config = "aws-appconfig.Environment.grantReadConfig",
    }
    let row = method(
        "appconfig",
        "Environment",
        "grant",
        Some("aws-appconfig.Environment.grant"),
    )
    .variant("actions", &["$grantee", "appconfig:GetLatestConfiguration"]);
    matrix.add(row, |grantee| {
        environment.grant(grantee, actions![appconfig::GetLatestConfiguration])
    });
}
