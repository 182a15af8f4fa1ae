//! Keys.

use iam_dsl_core::PolicyStatement;

use super::grants::key_grants;
use crate::{
    allow,
    grant::{GrantError, Granting, On, Party, Scope},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
    owner::Owner,
    principal::Principal,
};

const CLASS: Class = Class {
    noun: "key",
    kind: "AWS::KMS::Key",
    arn: ArnForm::regional("kms", "key/"),
    policy: PolicySupport::AsAnything,
    key_via: None,
    forms: &[On::Itself],
};

/// A key: who may encrypt, decrypt, sign and administer with it, and its own policy.
///
/// What is encrypted with a key is told so by `.encrypted_with(&key)`, and its grants then let the grantee use the key as
/// well, through the service that holds it and no further.
///
/// The policy of a key that is made here begins with the statement that lets the policies of its account decide. Without
/// it nobody could change the key's policy any more: see AWS's page on
/// [key policies](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).
///
/// A key is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{kms, s3};
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let key = kms::Key::new(&env, "1234abcd-12ab-34cd-56ef-1234567890ab");
/// let reports = s3::Bucket::new(&env, "reports").encrypted_with(&key);
/// let role = Role::new("reader");
/// reports.grant_read(&role)?;
/// assert!(role.policy().to_json().contains(r#""kms:ViaService":"s3.us-east-1.amazonaws.com""#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Key {
    handle: Handle,
    /// Whether the policy of a key that is made elsewhere leaves it to its account, too.
    leaves_to_account: bool,
}

handle_methods!(Key by "id", "key");
named_methods!(
    Key by "id",
    "key",
    "kms::Key",
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
);
policy_methods!(Key, "key");
action_methods!(
    Key,
    "key",
    "kms::Key::named(\"1234abcd\")",
    kms::DescribeKey
);

impl Key {
    #[inline]
    fn of(handle: Handle) -> Self {
        let key = Self {
            handle,
            leaves_to_account: true,
        };
        if key.handle.owner().is_ours() {
            key.handle.add_to_policy(&delegation(key.handle.owner()));
        }
        key
    }

    /// Takes the account's statement off the key's policy, so that this policy alone decides who uses the key.
    ///
    /// Grants then add to the key's policy, for identities of its own account as well. Somebody has to keep the right to
    /// change that policy: add a statement with `kms:PutKeyPolicy` for the roles that administer the key.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::kms;
    ///
    /// let key = kms::Key::named("1234abcd").without_account_delegation();
    /// let role = Role::new("signer");
    /// let grant = key.grant_sign(&role)?;
    /// assert_eq!((grant.identity_statements().len(), grant.resource_statements().len()), (0, 1));
    /// # Ok::<(), iam_dsl::GrantError>(())
    /// ```
    #[must_use]
    #[inline]
    pub fn without_account_delegation(mut self) -> Self {
        self.leaves_to_account = false;
        self.handle
            .replace_in_policy(&delegation(self.handle.owner()), None);
        self
    }

    /// Whether the policies of the key's account decide as well. Of a key that is made elsewhere that is taken as given,
    /// unless it is said otherwise.
    #[inline]
    pub(crate) fn delegates_to_account(&self) -> bool {
        let owner = self.handle.owner();
        if owner.is_ours() {
            self.handle.has_in_policy(&delegation(owner))
        } else {
            self.leaves_to_account
        }
    }
}

/// The statement that lets the policies of an account decide about a key.
#[inline]
fn delegation(owner: &Owner) -> PolicyStatement {
    let account = Principal::aws(owner.iam_arn("root"));
    allow([iam_dsl_core::ActionPattern::from_static("kms:*")])
        .to(account)
        .on(crate::any())
        .sid("AccountDelegation")
        .into()
}

impl Granting for Key {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }

    /// A key's policy is about no alias.
    #[inline]
    fn scope_in_policy(&self, on: On) -> Result<Option<Scope>, GrantError> {
        Ok((on == On::Itself).then(|| Scope::of(&self.handle, on)))
    }

    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        party.is_foreign_to(self.handle.owner()) || !self.delegates_to_account()
    }

    #[inline]
    fn heeds_own_policy(&self, party: &Party) -> bool {
        party.is_foreign_to(self.handle.owner()) || self.delegates_to_account()
    }
}

key_grants! { Key with policy, "key", "kms::Key::named(\"1234abcd\")", "key `1234abcd`"; {
    /// What an alias is changed by takes permission on the alias and on the key. It is given on the aliases of the key's
    /// account, of which those of other keys stay closed. A key's policy is about no alias, so that a key
    /// [without the account's statement](Self::without_account_delegation) leaves the aliases to a policy of the
    /// grantee's. See AWS's page on
    /// [access to aliases](https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html).
    // Neither `CreateGrant`, by which an administrator would use the key, nor what a custom key store takes.
    grant_admin => "administer" {
        Itself: [
            kms::CancelKeyDeletion,
            kms::CreateAlias,
            kms::DeleteAlias,
            kms::DeleteImportedKeyMaterial,
            kms::DescribeKey,
            kms::DisableKey,
            kms::DisableKeyRotation,
            kms::EnableKey,
            kms::EnableKeyRotation,
            kms::GetKeyPolicy,
            kms::GetKeyRotationStatus,
            kms::ListGrants,
            kms::ListKeyPolicies,
            kms::ListKeyRotations,
            kms::ListResourceTags,
            kms::PutKeyPolicy,
            kms::RevokeGrant,
            kms::ScheduleKeyDeletion,
            kms::TagResource,
            kms::UntagResource,
            kms::UpdateAlias,
            kms::UpdateKeyDescription,
            kms::UpdatePrimaryRegion,
        ],
        Beside("alias/*"): [kms::CreateAlias, kms::DeleteAlias, kms::UpdateAlias],
    }
}}
