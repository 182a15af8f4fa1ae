//! Profiling groups.

use iam_dsl::{codeguru_profiler, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let group = codeguru_profiler::ProfilingGroup::new(&env(), "my-pg");
    methods! {
        matrix, "codeguru_profiler", "ProfilingGroup", group.clone();
        grant_publish = "aws-codeguruprofiler.ProfilingGroup.grantPublish",
        grant_read = "aws-codeguruprofiler.ProfilingGroup.grantRead",
    }
    let row = method(
        "codeguru_profiler",
        "ProfilingGroup",
        "grant",
        Some("aws-codeguruprofiler.ProfilingGroupGrants.actions"),
    )
    .variant(
        "actions",
        &["$grantee", r#"["codeguru-profiler:GetProfile"]"#],
    );
    matrix.add(row, |grantee| {
        group.grant(grantee, actions![codeguru_profiler::GetProfile])
    });
}
