//! The half of a grant that is about the key of a resource.

use iam_dsl_core::Template;

use super::{
    GrantError, Granting, Party, Request, Scope,
    party::Sort,
    place::Place,
    request::{patterns, statement as allow_on},
};
use crate::{
    Action,
    condition::{Condition, Key as ConditionKey, Single, kind},
    handle::{Encryption, Handle},
    kms::Key,
};

impl Request {
    /// Plans the use of the key that a resource is encrypted with, where it has one.
    #[inline]
    pub(crate) fn plan_key(
        &mut self,
        granting: &dyn Granting,
        actions: &[Action],
    ) -> Result<(), GrantError> {
        self.plan_key_when(granting, actions, Vec::new())
    }

    /// The same under more conditions than that the key is used through the service.
    #[inline]
    pub(crate) fn plan_key_when(
        &mut self,
        granting: &dyn Granting,
        actions: &[Action],
        mut conditions: Vec<Condition>,
    ) -> Result<(), GrantError> {
        let handle = granting.handle();
        if actions.is_empty() {
            return Ok(());
        }
        match handle.encryption() {
            Encryption::Unsaid => Ok(()),
            Encryption::AwsManaged => {
                if self.party.is_outside(handle.owner()) {
                    return Err(GrantError::AwsManagedKey {
                        method: self.method,
                        resource: self.resource.clone(),
                        grantee: self.party.label().to_owned(),
                    });
                }
                Ok(())
            }
            Encryption::Key(key) => {
                self.same_region(handle, key)?;
                let service = handle.class().key_via;
                conditions.extend(service.map(|service| via(handle, key, service)));
                self.plan_use_of(key, handle, actions, &conditions)
            }
        }
    }

    /// A resource is encrypted with a key of its own region.
    #[inline]
    fn same_region(&self, handle: &Handle, key: &Key) -> Result<(), GrantError> {
        let (region, of_key) = (handle.region(), key.handle().region());
        match (region.as_str(), of_key.as_str()) {
            (Some(region), Some(of_key)) if region != of_key => Err(self.bad_value(
                format!("it is in `{region}`, and its key in `{of_key}`"),
                "encrypt it with a key of its own region: of a multi-Region key, with the replica there",
            )),
            _ => Ok(()),
        }
    }

    /// Plans the use of a key for a resource, under conditions that hold of identities and not of services.
    #[inline]
    pub(crate) fn plan_use_of(
        &mut self,
        key: &Key,
        handle: &Handle,
        actions: &[Action],
        conditions: &[Condition],
    ) -> Result<(), GrantError> {
        let key_handle = key.handle();
        let is_foreign = self.party.is_foreign_to(key_handle.owner());
        let has_identity = self.party.own_identity().is_some();
        let scope = Scope {
            resources: vec![Template::from(key.arn())],
            conditions: conditions.to_vec(),
        };
        let actions = patterns(actions);
        let own = allow_on(&actions, &scope, None, None);
        if is_foreign || !key.delegates_to_account() {
            let mut in_policy = Vec::new();
            for admitted in self.admitted_to_key(key, handle)? {
                let is_service = admitted.sort() == Sort::Service;
                let scope = Scope {
                    resources: vec![Template::from_static("*")],
                    conditions: if is_service {
                        Vec::new()
                    } else {
                        conditions.to_vec()
                    },
                };
                let principals = Some(admitted.as_principals());
                in_policy.push(allow_on(
                    &actions,
                    &scope,
                    principals,
                    Some(admitted.conditions()),
                ));
            }
            self.plan.key.add(&Place::policy_of(key_handle), in_policy);
        }
        if !has_identity || is_foreign || key.delegates_to_account() {
            self.plan_own(vec![own], key_handle.owner());
        }
        Ok(())
    }

    /// How the key's policy names the grantee. Services stand apart from others, since other conditions are theirs.
    #[inline]
    fn admitted_to_key(&self, key: &Key, handle: &Handle) -> Result<Vec<Party>, GrantError> {
        let mut admitted = Vec::new();
        for party in self.party.by_sort() {
            // EventBridge tells no source when it publishes to an encrypted topic:
            // <https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html>
            let is_of_topic = handle.class().key_via == Some("sns");
            let (silent, party) = match party.sort() {
                Sort::Service if is_of_topic => party.split_off_service("events.amazonaws.com"),
                _ => (None, Some(party)),
            };
            admitted.extend(silent.map(Party::for_whomever));
            if let Some(party) = &party {
                admitted.push(self.one_admitted_to_key(party, key, handle)?);
            }
        }
        Ok(admitted)
    }

    #[inline]
    fn one_admitted_to_key(
        &self,
        party: &Party,
        key: &Key,
        handle: &Handle,
    ) -> Result<Party, GrantError> {
        match party.sort() {
            Sort::Group | Sort::Policy => Err(GrantError::NotAPrincipal {
                method: self.method,
                resource: key.handle().label(),
                grantee: party.label().to_owned(),
            }),
            Sort::Anyone => Err(self.refuse(
                party,
                "nobody without credentials can use a key: leave what is public unencrypted, or grant to those who \
                 are meant",
            )),
            Sort::Service if !party.acts_for_someone() => {
                Ok(party.clone().when(of_account(handle)))
            }
            _ => party.as_usual_principal(self),
        }
    }
}

/// That a service acts for the account of the resource.
#[inline]
fn of_account(handle: &Handle) -> Condition {
    let account = match handle.owner().account() {
        Some(account) => Template::from(account.to_owned()),
        None => Template::from(iam_dsl_core::Token::AccountId),
    };
    ConditionKey::<kind::Text, Single>::__checked("aws:SourceAccount").equals(account)
}

/// That the key is used through the service whose resource it encrypts.
#[inline]
fn via(handle: &Handle, key: &Key, service: &str) -> Condition {
    let host = handle.host_of(service, key.handle());
    ConditionKey::<kind::Text, Single>::__checked("kms:ViaService").equals(host)
}
