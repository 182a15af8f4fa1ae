//! Backup vaults.

use crate::{
    Grant, GrantError, Grantee,
    grant::{Granting, On, Party, Request, Sort, entries},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "backup vault",
    kind: "AWS::Backup::BackupVault",
    arn: ArnForm::regional("backup", "backup-vault:"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// A backup vault: who may use it, by single actions, and its own policy.
///
/// AWS Backup lets other accounts do nothing with a vault but copy into it, whatever its policy says. See AWS's page on
/// [vault access policies](https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html).
///
/// A backup vault is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::backup;
///
/// let vault = backup::BackupVault::named("nightly");
/// let role = Role::new("operator");
/// vault.grant(&role, actions![backup::StartBackupJob])?;
/// assert!(role.policy().to_json().contains("backup-vault:nightly"));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct BackupVault {
    handle: Handle,
}

handle_methods!(BackupVault, "backup vault");
named_methods!(
    BackupVault,
    "backup vault",
    "backup::BackupVault",
    "nightly",
    "arn:aws:backup:us-east-1:123456789012:backup-vault:nightly"
);
policy_methods!(BackupVault, "backup vault");
action_methods!(
    BackupVault,
    "backup vault",
    "backup::BackupVault::named(\"nightly\")",
    backup::StartBackupJob
);

impl BackupVault {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }

    /// Lets the grantee copy recovery points into the backup vault, also from another account.
    ///
    /// It allows `backup:CopyIntoBackupVault` on the vault. The accounts have to be of one organization. See AWS's page on
    /// [copies to other accounts](https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html).
    ///
    /// # Errors
    ///
    /// The grantee is no identity of the account, and the vault's policy cannot name it. See [`GrantError`].
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::{backup, prelude::*};
    ///
    /// let vault = backup::BackupVault::named("copies");
    /// vault.grant_copy_into(AccountPrincipal::new("999999999999")?)?;
    /// assert!(vault.policy().to_json().contains("backup:CopyIntoBackupVault"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[inline]
    pub fn grant_copy_into(&self, grantee: impl Grantee) -> Result<Grant, GrantError> {
        let party = grantee.into_party();
        Request::of(&Destination(self), &entries::grant_copy_into, party).map(Request::give)
    }
}

impl Granting for BackupVault {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        let party = party.as_usual_principal(request)?;
        if party.is_outside(self.handle.owner()) {
            let help =
                "other accounts can only copy into a vault: grant that, with `grant_copy_into`";
            return Err(request.refuse(&party, help));
        }
        Ok(party)
    }
}

/// A vault, as far as copying into it goes.
struct Destination<'a>(&'a BackupVault);

impl Granting for Destination<'_> {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.0.handle
    }

    #[inline]
    fn admit(&self, request: &Request, party: &Party) -> Result<Party, GrantError> {
        match party.sort() {
            Sort::Service | Sort::Anyone => Err(request.refuse(
                party,
                "grant to an account or an organization, or to a role of one",
            )),
            _ => party.as_usual_principal(request),
        }
    }
}

entries! { entries;
    grant_copy_into => "copy recovery points into" {
        Itself: [backup::CopyIntoBackupVault],
    }
}
