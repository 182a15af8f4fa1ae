//! Log groups.

use iam_dsl::{logs, prelude::*};

use super::key;
use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let group = logs::LogGroup::new(&env(), "/my/log-group");
    methods! {
        matrix, "logs", "LogGroup", group.clone(), / group.clone().encrypted_with(&key());
        grant_read = "aws-logs.LogGroup.grantRead",
        grant_write = "aws-logs.LogGroup.grantWrite",
        grant_query = -,
    }
    let single = method("logs", "LogGroup", "grant", Some("aws-logs.LogGroup.grant"))
        .variant("actions", &["$grantee", "logs:PutLogEvents"]);
    matrix.add(single, |grantee| {
        group.grant(grantee, actions![logs::PutLogEvents])
    });
    let list = single.variant("action_list", &["$grantee", r#"["logs:PutLogEvents"]"#]);
    matrix.add(list, |grantee| {
        group.grant(grantee, actions![logs::PutLogEvents])
    });
}
