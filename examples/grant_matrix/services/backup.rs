//! Backup vaults.

use iam_dsl::{backup, prelude::*};

use crate::{
    grantees::env,
    matrix::{Matrix, method, methods},
};

pub(crate) fn add(matrix: &mut Matrix) {
    let vault = backup::BackupVault::new(&env(), "my-vault");
    methods! {
        matrix, "backup", "BackupVault", vault.clone();
        grant_copy_into = -,
    }
    let row = method(
        "backup",
        "BackupVault",
        "grant",
        Some("aws-backup.BackupVault.grant"),
    )
    .variant("actions", &["$grantee", "backup:StartBackupJob"]);
    matrix.add(row, |grantee| {
        vault.grant(grantee, actions![backup::StartBackupJob])
    });
}
