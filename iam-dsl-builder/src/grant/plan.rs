//! Planning a grant, and giving it.

use std::fmt;

use iam_dsl_core::PolicyStatement;

use super::{Entry, GrantError, Grantee, Granting, Scope};
use crate::{Action, Statement, allow, principal::Principal};

/// What a grant added, and where.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::s3;
///
/// let uploads = s3::Bucket::named("my-app-uploads");
/// let partner = Role::from_arn(arn!("arn:aws:iam::999999999999:role/partner"))?;
/// let grant = uploads.grant_read(&partner)?;
///
/// // A role of another account needs both: its own policy and the bucket's.
/// assert_eq!(grant.identity_statements().len(), 2);
/// assert_eq!(grant.resource_statements().len(), 2);
/// assert_eq!(grant.to_string(), "role `partner` may read and list objects of bucket `my-app-uploads`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    grantee: String,
    purpose: &'static str,
    resource: String,
    identity: Vec<PolicyStatement>,
    on_resource: Vec<PolicyStatement>,
}

impl Grant {
    /// Returns the statements that the grantee's policy got.
    #[inline]
    pub fn identity_statements(&self) -> &[PolicyStatement] {
        &self.identity
    }

    /// Returns the statements that the resource's policy got.
    #[inline]
    pub fn resource_statements(&self) -> &[PolicyStatement] {
        &self.on_resource
    }
}

impl fmt::Display for Grant {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            grantee,
            purpose,
            resource,
            ..
        } = self;
        write!(f, "{grantee} may {purpose} {resource}")
    }
}

/// Gives a grant: everything that can fail comes first, so that an error leaves both sides as they were.
#[inline]
pub(crate) fn grant<G: Granting>(
    granting: &G,
    entry: &Entry<G::Form>,
    grantee: impl Grantee,
) -> Result<Grant, GrantError> {
    let party = grantee.into_party();
    let handle = granting.handle();
    let permissions = permissions(granting, entry)?;
    let (method, resource, grantee) = (entry.method, granting.label(), party.label());
    if party.is_aws_managed() {
        return Err(GrantError::AwsManagedPolicy {
            method,
            resource,
            grantee,
        });
    }
    let principals = if party.needs_resource_half(handle.owner()) {
        if !party.is_principal() {
            return Err(GrantError::NotAPrincipal {
                method,
                resource,
                grantee,
            });
        }
        granting.admit(entry, &party)?
    } else {
        Vec::new()
    };

    let mut receipt = Grant {
        grantee,
        purpose: entry.purpose,
        resource,
        identity: Vec::new(),
        on_resource: Vec::new(),
    };
    let own = statements(&permissions, &[]);
    if party.extend_policy(&own) {
        receipt.identity = own;
    }
    if !principals.is_empty() {
        receipt.on_resource = statements(&permissions, &principals);
        handle.extend_policy(&receipt.on_resource);
    }
    Ok(receipt)
}

/// The entry's actions by what they are on. Forms that come to the same resources share a statement.
#[inline]
fn permissions<G: Granting>(
    granting: &G,
    entry: &Entry<G::Form>,
) -> Result<Vec<(Scope, Vec<Action>)>, GrantError> {
    let mut permissions: Vec<(Scope, Vec<Action>)> = Vec::new();
    for permission in entry.permissions {
        let scope = granting.scope(permission.on)?;
        match permissions.iter_mut().find(|(known, _)| *known == scope) {
            Some((_, actions)) => actions.extend(permission.actions),
            None => permissions.push((scope, permission.actions.to_vec())),
        }
    }
    Ok(permissions)
}

#[inline]
fn statements(
    permissions: &[(Scope, Vec<Action>)],
    principals: &[Principal],
) -> Vec<PolicyStatement> {
    permissions
        .iter()
        .map(|(scope, actions)| {
            let statement = allow(actions.as_slice()).on(scope.resources.as_slice());
            let statement = scope
                .conditions
                .iter()
                .cloned()
                .fold(statement, Statement::when);
            let mut parts = statement.into_parts();
            if !principals.is_empty() {
                parts.set_principals(principals.to_vec());
            }
            parts.into_policy_statement()
        })
        .collect()
}
