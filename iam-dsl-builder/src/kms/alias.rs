//! Aliases of keys.

use super::{Key, grants::key_grants};
use crate::{
    Env,
    condition::{AnyValue, Key as ConditionKey, kind},
    grant::{GrantError, Granting, On, Party, Scope},
    handle::{ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods},
    owner::Owner,
};

const CLASS: Class = Class {
    noun: "alias",
    kind: "AWS::KMS::Alias",
    arn: ArnForm::regional("kms", ""),
    policy: PolicySupport::None,
    key_via: None,
    forms: &[On::Itself],
};

/// The key that has an alias: who may use it under that name.
///
/// Where the key is known, its grants are those of the key. Where only the alias is, they are on every key of the account
/// that has it when it is used: see AWS's page on
/// [aliases and access](https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::kms;
///
/// let alias = kms::Alias::named("alias/reports");
/// let role = Role::new("reader");
/// alias.grant_decrypt(&role)?;
/// assert!(role.policy().to_json().contains(r#""kms:ResourceAliases":"alias/reports""#));
/// # Ok::<(), iam_dsl::GrantError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Alias {
    handle: Handle,
    key: Option<Key>,
}

handle_methods!(Alias, "alias");
action_methods!(
    Alias,
    "alias",
    "kms::Alias::named(\"alias/reports\")",
    kms::DescribeKey
);

impl Alias {
    /// The alias of this name, with or without its `alias/`, in the account and region of an environment.
    #[inline]
    pub fn new(env: &Env, name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Known(env.clone()), name.into())
    }

    /// The alias of this name in the account and region that everything is deployed to.
    #[inline]
    pub fn named(name: impl Into<String>) -> Self {
        Self::of_owner(Owner::Deploying, name.into())
    }

    /// The alias of this name for a key that is known: its grants are those of the key, whose policy admits others.
    #[inline]
    pub fn of(key: &Key, name: impl Into<String>) -> Self {
        let alias = Self::of_owner(key.handle().owner().clone(), name.into());
        Self {
            key: Some(key.clone()),
            ..alias
        }
    }

    #[inline]
    fn of_owner(owner: Owner, name: String) -> Self {
        Self {
            handle: Handle::named(&CLASS, owner, full_name(name)),
            key: None,
        }
    }
}

/// The names of aliases start with `alias/`.
#[inline]
fn full_name(name: String) -> String {
    if name.starts_with("alias/") {
        name
    } else {
        format!("alias/{name}")
    }
}

impl Granting for Alias {
    #[inline]
    fn handle(&self) -> &Handle {
        match &self.key {
            Some(key) => key.handle(),
            None => &self.handle,
        }
    }

    #[inline]
    fn label(&self) -> String {
        self.handle.label()
    }

    #[inline]
    fn scope(&self, on: On) -> Result<Scope, GrantError> {
        if let Some(key) = &self.key {
            return key.scope(on);
        }
        let mut scope = Scope::on(self.handle.arn_beside("key/*"));
        let aliases = ConditionKey::<kind::Text, AnyValue>::__checked("kms:ResourceAliases");
        scope.conditions.push(aliases.equals(self.name()));
        Ok(scope)
    }

    #[inline]
    fn needs_policy(&self, party: &Party) -> bool {
        match &self.key {
            Some(key) => key.needs_policy(party),
            None => party.is_foreign_to(self.handle.owner()),
        }
    }

    #[inline]
    fn heeds_own_policy(&self, party: &Party) -> bool {
        self.key
            .as_ref()
            .is_none_or(|key| key.heeds_own_policy(party))
    }
}

key_grants! { Alias with policy, "alias", "kms::Alias::named(\"alias/reports\")", "alias `alias/reports`"; {}}
