//! File systems.

use iam_dsl::{elasticfilesystem, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let files = elasticfilesystem::FileSystem::new(&env(), "fs-12345678");
    methods! {
        matrix, "elasticfilesystem", "FileSystem", files.clone();
        grant_read = "aws-efs.FileSystem.grantRead",
        grant_read_write = "aws-efs.FileSystem.grantReadWrite",
        grant_root_access = "aws-efs.FileSystem.grantRootAccess",
    }
    let single = method(
        "elasticfilesystem",
        "FileSystem",
        "grant",
        Some("aws-efs.FileSystem.grant"),
    )
    .variant("actions", &["$grantee", "elasticfilesystem:ClientWrite"]);
    matrix.add(single, |grantee| {
        files.grant(grantee, actions![elasticfilesystem::ClientWrite])
    });
}
