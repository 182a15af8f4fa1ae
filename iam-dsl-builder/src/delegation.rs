//! Delegated administration: teams make their own roles, and none of these can do more than a boundary.

use iam_dsl_catalog::{AccessLevel, ConditionKey};
use iam_dsl_core::{ActionPattern, Arn, Effect, PolicyDocument, PolicyStatement, Template};

use crate::{
    Action, Actions, IdentityPolicy, PermissionsBoundary, ValueError, allow, any, aws,
    condition::{Key, Single, kind},
    deny,
    owner::Owner,
    statement::{is_about, is_everywhere},
};

/// Lets a team manage the roles under a path, each of which must have a boundary. Made by [`role_administration`].
#[derive(Clone, Debug)]
pub struct RoleAdministration {
    path: String,
    boundary: Arn,
}

/// Lets a team manage the roles under a path, each of which must have this boundary.
///
/// The path is to be the team's alone:
/// the team can pass every role under it, also one that somebody else has made there without the boundary. Tags of roles
/// are not part of it, since policies may trust them.
///
/// See AWS's page on
/// [delegating responsibility with permissions boundaries](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate).
///
/// # Errors
///
/// The path does not start and end with `/`, is the root, or holds wildcards or other characters that no path has. The
/// boundary, as it is now, allows something that changes identities.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::{PermissionsBoundary, delegation::role_administration};
///
/// let boundary = PermissionsBoundary::new("payments-boundary");
/// boundary.add(allow(actions![dynamodb:*, s3:*]).on(any()));
///
/// let administration = role_administration("/payments/", &boundary)?;
/// let admin = Role::new("payments-admin").with_inline_policy("roles", administration.policy());
/// let role = arn!("arn:aws:iam::123456789012:role/payments/worker");
/// assert_denies!(admin, iam::CreateRole, on = &role);
/// assert_allows!(
///     admin,
///     iam::CreateRole,
///     on = &role,
///     with = { "iam:PermissionsBoundary": "arn:aws:iam::123456789012:policy/payments-boundary" },
/// );
/// # Ok::<(), iam_dsl::ValueError>(())
/// ```
#[inline]
pub fn role_administration(
    path: &str,
    boundary: &PermissionsBoundary,
) -> Result<RoleAdministration, ValueError> {
    let is_good = |character: char| character.is_ascii_graphic() && !"*?$".contains(character);
    let is_part = |part: &str| !part.is_empty() && part.chars().all(is_good);
    let inner = path
        .strip_prefix('/')
        .and_then(|path| path.strip_suffix('/'));
    if !inner.is_some_and(|inner| inner.split('/').all(is_part)) {
        let message = format!("`{path}` is not the path of a team's roles");
        let help = "a path starts and ends with `/` and is the team's alone, as in `/payments/`";
        return Err(ValueError::new(message).with_help(help));
    }
    if let Some(action) = changes_identities(boundary) {
        let message = format!(
            "{} allows `{action}`, so that roles under it could make others without it",
            boundary.label()
        );
        let help = "leave `iam` out of the boundary, or deny what changes identities on `any()`";
        return Err(ValueError::new(message).with_help(help));
    }
    Ok(RoleAdministration {
        path: path.to_owned(),
        boundary: boundary.arn(),
    })
}

impl RoleAdministration {
    /// Returns the policy of whoever administers the team's roles: a role, a user, or a group of people.
    #[inline]
    pub fn policy(&self) -> IdentityPolicy {
        let mut document = PolicyDocument::new();
        for statement in self.statements() {
            document.push(statement);
        }
        IdentityPolicy::from_document(document)
    }

    /// Returns a boundary for the administrators themselves: besides what [`policy`](Self::policy) says it denies everything
    /// else that changes identities, so that no other policy of theirs lets them. Add to it what else they may do.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::{PermissionsBoundary, delegation::role_administration};
    ///
    /// let boundary = PermissionsBoundary::new("payments-boundary");
    /// let administration = role_administration("/payments/", &boundary)?;
    /// let admins = administration.boundary("payments-admin-boundary");
    /// admins.add(allow(actions![dynamodb:*]).on(any()));
    ///
    /// let admin = Role::new("payments-admin").with_boundary(&admins);
    /// admin.add(allow(actions![*]).on(any()));
    /// assert_allows!(admin, dynamodb::ListTables);
    /// assert_denies!(admin, iam::CreateUser, on = "arn:aws:iam::123456789012:user/backdoor");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn boundary(&self, name: impl Into<String>) -> PermissionsBoundary {
        let boundary = PermissionsBoundary::new(name);
        boundary.extend_policy(&self.statements());
        boundary.add(
            deny(Actions::from(WRITES.map(ActionPattern::from_static)))
                .on_all_except([self.under_path("role"), self.under_path("instance-profile")])
                .sid("NothingElseOfIdentities"),
        );
        boundary
    }

    #[inline]
    fn statements(&self) -> Vec<PolicyStatement> {
        let roles = self.under_path("role");
        let profiles = self.under_path("instance-profile");
        let bounded = writes_under_boundary();
        let mut of_roles = bounded.clone();
        of_roles.retain(|action| acts_on_role(*action));
        vec![
            allow(of_roles)
                .on(roles.clone())
                .when(key().equals(Template::from(self.boundary.clone())))
                .sid("ManageRolesUnderBoundary")
                .into(),
            allow(READ).on(roles.clone()).sid("ReadRoles").into(),
            allow(PROFILES)
                .on(profiles)
                .sid("ManageInstanceProfiles")
                .into(),
            allow(aws::iam::PassRole)
                .on(roles.clone())
                .sid("PassRoles")
                .into(),
            // Also denies requests that lack the key.
            deny(bounded)
                .on(any())
                .when(key().not_equals(Template::from(self.boundary.clone())))
                .sid("NoIdentityWithoutBoundary")
                .into(),
            deny(TAKE_OFF).on(any()).sid("BoundaryStaysOn").into(),
            deny(CHANGE_POLICY)
                .on(self.boundary.clone())
                .sid("BoundaryStaysAsItIs")
                .into(),
            deny([aws::iam::PassRole, aws::sts::AssumeRole])
                .on_all_except(roles)
                .sid("OwnRolesOnly")
                .into(),
        ]
    }

    #[inline]
    fn under_path(&self, kind: &str) -> Arn {
        Owner::Deploying.iam_arn(format!("{kind}{}*", self.path))
    }
}

const KEY: &str = "iam:PermissionsBoundary";

#[inline]
fn key() -> Key<kind::Text, Single> {
    Key::__checked(KEY)
}

/// What shows the team its roles.
const READ: [Action; 6] = [
    aws::iam::GetRole,
    aws::iam::GetRolePolicy,
    aws::iam::ListAttachedRolePolicies,
    aws::iam::ListInstanceProfilesForRole,
    aws::iam::ListRolePolicies,
    aws::iam::ListRoleTags,
];

/// Putting a role into a profile needs the permission to pass the role as well.
const PROFILES: [Action; 5] = [
    aws::iam::AddRoleToInstanceProfile,
    aws::iam::CreateInstanceProfile,
    aws::iam::DeleteInstanceProfile,
    aws::iam::GetInstanceProfile,
    aws::iam::RemoveRoleFromInstanceProfile,
];

const TAKE_OFF: [Action; 2] = [
    aws::iam::DeleteRolePermissionsBoundary,
    aws::iam::DeleteUserPermissionsBoundary,
];

const CHANGE_POLICY: [Action; 4] = [
    aws::iam::CreatePolicyVersion,
    aws::iam::DeletePolicy,
    aws::iam::DeletePolicyVersion,
    aws::iam::SetDefaultPolicyVersion,
];

/// What changes anything in IAM. A test holds it against the catalog.
const WRITES: [&str; 22] = [
    "iam:Accept*",
    "iam:Add*",
    "iam:Associate*",
    "iam:Attach*",
    "iam:Change*",
    "iam:Create*",
    "iam:Deactivate*",
    "iam:Delete*",
    "iam:Detach*",
    "iam:Disable*",
    "iam:Enable*",
    "iam:Put*",
    "iam:Reject*",
    "iam:Remove*",
    "iam:Reset*",
    "iam:Resync*",
    "iam:Send*",
    "iam:Set*",
    "iam:Tag*",
    "iam:Untag*",
    "iam:Update*",
    "iam:Upload*",
];

/// An action that changes identities and that the boundary, as far as its text is known, allows without denying it.
#[inline]
fn changes_identities(boundary: &PermissionsBoundary) -> Option<Action> {
    let policy = boundary.policy();
    let mut writes =
        aws::iam::actions().filter(|action| !reads(*action) && *action != aws::iam::PassRole);
    writes.find(|action| {
        let mut is_allowed = false;
        for statement in policy.document().statements() {
            if is_about(statement, *action) {
                match statement.effect() {
                    Effect::Allow => is_allowed = true,
                    Effect::Deny if is_everywhere(statement) => return false,
                    Effect::Deny => {}
                }
            }
        }
        is_allowed
    })
}

#[inline]
fn reads(action: Action) -> bool {
    let levels = action.access_levels();
    levels.contains(AccessLevel::Read) || levels.contains(AccessLevel::List)
}

/// What changes roles and users and says in a condition key which boundary these have, but for taking it off.
#[inline]
fn writes_under_boundary() -> Vec<Action> {
    let mut writes = Vec::new();
    for action in aws::iam::actions() {
        if has_key(action) && !reads(action) && !TAKE_OFF.contains(&action) {
            writes.push(action);
        }
    }
    writes
}

#[inline]
fn has_key(action: Action) -> bool {
    let is_it = |key: ConditionKey| key.name() == KEY;
    let mut resources = action.resources();
    action.condition_keys().any(is_it) || resources.any(|on| on.condition_keys().any(is_it))
}

#[inline]
fn acts_on_role(action: Action) -> bool {
    let mut resources = action.resources();
    resources.any(|on| on.resource_type().name() == "role")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_are_all_of_the_catalog_and_no_reads() {
        for action in aws::iam::actions() {
            let is_denied = WRITES
                .iter()
                .any(|pattern| ActionPattern::from_static(pattern).matches_action(action));
            let is_write = !reads(action) && action != aws::iam::PassRole;
            assert_eq!(is_denied, is_write, "{action}");
        }
    }
}
