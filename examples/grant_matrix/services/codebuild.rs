//! Report groups.

use iam_dsl::{codebuild, prelude::*, s3};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let group = codebuild::ReportGroup::new(&env(), "my-rg");
    methods! {
        matrix, "codebuild", "ReportGroup", group.clone();
        grant_write = "aws-codebuild.ReportGroup.grantWrite",
    }
    let bucket = s3::Bucket::new(&env(), "export-bucket");
    let exported = group.clone().exported_to(&bucket);
    let with_export = method(
        "codebuild",
        "ReportGroup",
        "grant_write",
        Some("aws-codebuild.ReportGroup.grantWrite"),
    )
    .variant("with_export", &["$grantee"]);
    matrix.add(with_export, |grantee| exported.grant_write(grantee));
    let coverage = group.clone().of_code_coverage();
    let of_coverage = method("codebuild", "ReportGroup", "grant_write", None)
        .variant("code_coverage", &["$grantee"]);
    matrix.add(of_coverage, |grantee| coverage.grant_write(grantee));
    let single = method("codebuild", "ReportGroup", "grant", None)
        .variant("actions", &["$grantee", "codebuild:BatchGetReportGroups"]);
    matrix.add(single, |grantee| {
        group.grant(grantee, actions![codebuild::BatchGetReportGroups])
    });
}
