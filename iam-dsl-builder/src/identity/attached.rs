//! The policies of an identity as IAM takes them.

use std::mem;

use iam_dsl_core::{StatementTooLarge, quota::Quota};

use super::{IdentityError, permissions::State, sort::MANAGED_POLICY};
use crate::{IdentityPolicy, ManagedPolicy};

/// The policies of a role, a user or a group in the form that IAM takes them: [`Role::attached_policies`].
///
/// They allow and deny together what the identity's policies do.
///
/// [`Role::attached_policies`]: crate::Role::attached_policies
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
///
/// let role = Role::new("order-processor").with_managed_policy(managed_policy!("AWSLambdaBasicExecutionRole"));
/// role.add(allow(actions![s3::ListAllMyBuckets]).on(any()));
///
/// let policies = role.attached_policies()?;
/// let (name, policy) = &policies.inline()[0];
/// assert_eq!(name, "permissions");
/// assert!(policy.to_json().contains("s3:ListAllMyBuckets"));
/// assert_eq!(policies.managed().len(), 1);
/// # Ok::<(), iam_dsl::IdentityError>(())
/// ```
#[derive(Clone, Debug)]
pub struct AttachedPolicies {
    inline: Vec<(String, IdentityPolicy)>,
    managed: Vec<ManagedPolicy>,
    split: Vec<ManagedPolicy>,
}

impl AttachedPolicies {
    /// Returns the inline policies by their names. The statements that were added one by one are in `permissions`.
    #[inline]
    pub fn inline(&self) -> &[(String, IdentityPolicy)] {
        &self.inline
    }

    /// Returns the managed policies that are attached: first the identity's own, then [those made of it](Self::split).
    #[inline]
    pub fn managed(&self) -> &[ManagedPolicy] {
        &self.managed
    }

    /// Returns the managed policies that are to be created for the identity: what its inline policies cannot hold.
    #[inline]
    pub fn split(&self) -> &[ManagedPolicy] {
        &self.split
    }
}

/// The policies as they are, if they keep within the quota; or minimized; or as managed policies.
///
/// Policies that have a name of the user's stay inline as long as they fit there.
#[inline]
pub(super) fn attach(state: &State) -> Result<AttachedPolicies, IdentityError> {
    let quota = state.entity.sort.inline;
    let mut attached = said(state);
    let before = attached.managed.len();
    if size(&attached.inline, quota) > quota.limit() {
        let said = mem::take(&mut attached.inline);
        let mut minimized = Vec::with_capacity(said.len());
        for (name, policy) in &said {
            minimized.push((name.clone(), policy.minimized()));
        }
        let stay = staying(&minimized, state.inline.len(), quota);
        let moved = minimized.len() - stay;
        attached.inline = minimized.split_off(moved);
        for ((name, smaller), (_, policy)) in minimized.iter().zip(&said) {
            for part in parts(state, name, smaller, policy)? {
                let number = attached.split.len() + 1;
                let name = name_of_part(state, name, number);
                let entity = state.entity.beside(&MANAGED_POLICY, name);
                attached.split.push(ManagedPolicy::of(entity, part));
            }
        }
        for policy in &attached.split {
            attached.managed.push(policy.clone());
        }
    }
    if attached.managed.len() > state.managed_limit {
        return Err(IdentityError::TooManyPolicies {
            identity: state.entity.label(),
            attached: before,
            split: attached.split.len(),
            limit: state.managed_limit,
        });
    }
    Ok(attached)
}

/// The name of a managed policy that is made of an inline one, no longer than IAM takes. The number tells them apart.
#[inline]
fn name_of_part(state: &State, policy: &str, number: usize) -> String {
    let (identity, noun) = (&state.entity.name, state.entity.sort.noun);
    let number = format!("-{number}");
    let name: String = format!("{identity}-{noun}-{policy}")
        .chars()
        .take(MANAGED_POLICY.name_limit - number.len())
        .collect();
    name + &number
}

/// The policies as they were said, whether they keep within the quota or not.
#[inline]
pub(super) fn said(state: &State) -> AttachedPolicies {
    AttachedPolicies {
        inline: state.all_inline(),
        managed: state.managed_policies(),
        split: Vec::new(),
    }
}

/// How many of the last policies stay inline: all, or those that the user has named, or none.
#[inline]
fn staying(policies: &[(String, IdentityPolicy)], named: usize, quota: Quota) -> usize {
    for count in [policies.len(), named] {
        let last = policies.get(policies.len() - count..).unwrap_or_default();
        if size(last, quota) <= quota.limit() {
            return count;
        }
    }
    0
}

#[inline]
fn size(policies: &[(String, IdentityPolicy)], quota: Quota) -> usize {
    let mut size = 0;
    for (_, policy) in policies {
        size += quota.measure(&policy.to_json());
    }
    size
}

/// The parts of a policy that each fit into a managed one.
///
/// Merging may have made one statement of many that fit by themselves: that one is cut by its resources.
#[inline]
fn parts(
    state: &State,
    name: &str,
    minimized: &IdentityPolicy,
    policy: &IdentityPolicy,
) -> Result<Vec<IdentityPolicy>, IdentityError> {
    let quota = Quota::MANAGED_POLICY;
    minimized
        .split(quota)
        .or_else(|_| -> Result<_, StatementTooLarge> {
            let said = policy.split(quota)?;
            let cut = minimized.with_statements_cut(quota).split(quota);
            Ok(cut.unwrap_or(said))
        })
        .map_err(|error| IdentityError::StatementTooLarge {
            identity: state.entity.label(),
            policy: name.to_owned(),
            index: error.index(),
            size: error.size(),
            limit: error.limit(),
        })
}
