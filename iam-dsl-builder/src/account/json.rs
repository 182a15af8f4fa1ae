//! An account as JSON.

use iam_dsl_core::{Arn, Template, writer::Writer};

use super::{Account, member::Members};
use crate::{PermissionsBoundary, Policy, Role, identity::Identity, policy::Kind};

#[inline]
pub(super) fn compact(account: &Account) -> String {
    write(account, Writer::compact())
}

#[inline]
pub(super) fn pretty(account: &Account) -> String {
    write(account, Writer::pretty())
}

#[inline]
fn write(account: &Account, mut writer: Writer) -> String {
    let members = account.collected();
    let printer = Printer {
        account,
        members: &members,
    };
    writer.object(|writer| {
        text(writer, "Account", account.env().account());
        text(writer, "Region", account.env().region());
        printer.users(writer);
        printer.groups(writer);
        printer.roles(writer);
        printer.policies(writer);
        printer.resources(writer);
    });
    writer.finish()
}

struct Printer<'a> {
    account: &'a Account,
    members: &'a Members,
}

impl Printer<'_> {
    #[inline]
    fn users(&self, writer: &mut Writer) {
        writer.key("UserDetailList");
        writer.list(&self.members.users, |writer, user| {
            writer.object(|writer| {
                self.name(writer, "UserName", &user.name(), &user.path(), &user.arn());
                self.attached(writer, "UserPolicyList", user.identity());
                writer.key("GroupList");
                writer.list(&user.groups(), |writer, group| writer.string(group));
                self.boundary(writer, user.boundary());
                Self::tags(writer, &user.tags());
            });
        });
    }

    #[inline]
    fn groups(&self, writer: &mut Writer) {
        writer.key("GroupDetailList");
        writer.list(&self.members.groups, |writer, group| {
            writer.object(|writer| {
                self.name(
                    writer,
                    "GroupName",
                    &group.name(),
                    &group.path(),
                    &group.arn(),
                );
                self.attached(writer, "GroupPolicyList", group.identity());
            });
        });
    }

    #[inline]
    fn roles(&self, writer: &mut Writer) {
        writer.key("RoleDetailList");
        writer.list(&self.members.roles, |writer, role| {
            writer.object(|writer| {
                self.name(writer, "RoleName", &role.name(), &role.path(), &role.arn());
                if let Some(description) = role.description() {
                    text(writer, "Description", &description);
                }
                if let Some(duration) = role.max_session_duration() {
                    writer.key("MaxSessionDuration");
                    writer.raw(&duration.as_secs().to_string());
                }
                writer.key("AssumeRolePolicyDocument");
                self.policy(writer, &role.trust_policy());
                self.profiles(writer, role);
                self.attached(writer, "RolePolicyList", role.identity());
                self.boundary(writer, role.boundary());
                Self::tags(writer, &role.tags());
            });
        });
    }

    #[inline]
    fn profiles(&self, writer: &mut Writer, role: &Role) {
        let mut profiles = self.members.profiles.clone();
        profiles.retain(|profile| profile.roles().iter().any(|known| known.is(role)));
        writer.key("InstanceProfileList");
        writer.list(&profiles, |writer, profile| {
            writer.object(|writer| {
                let (name, path, arn) = (profile.name(), profile.path(), profile.arn());
                self.name(writer, "InstanceProfileName", &name, &path, &arn);
                Self::tags(writer, &profile.tags());
            });
        });
    }

    #[inline]
    fn policies(&self, writer: &mut Writer) {
        let policies = self.members.managed_policies();
        writer.key("Policies");
        writer.list(&policies, |writer, policy| {
            writer.object(|writer| {
                self.name(
                    writer,
                    "PolicyName",
                    &policy.name(),
                    &policy.path(),
                    &policy.arn(),
                );
                if let Some(description) = policy.description() {
                    text(writer, "Description", &description);
                }
                text(writer, "DefaultVersionId", "v1");
                writer.key("PolicyVersionList");
                writer.list(&[policy.policy()], |writer, policy| {
                    writer.object(|writer| {
                        writer.key("Document");
                        self.policy(writer, policy);
                        text(writer, "VersionId", "v1");
                        writer.key("IsDefaultVersion");
                        writer.raw("true");
                    });
                });
                Self::tags(writer, &policy.tags());
            });
        });
    }

    #[inline]
    fn resources(&self, writer: &mut Writer) {
        writer.key("Resources");
        writer.list(&self.members.resources, |writer, resource| {
            writer.object(|writer| {
                text(writer, "Type", resource.kind);
                text(writer, "Name", &resource.name);
                self.arn(writer, "Arn", &resource.arn);
                let policy = resource.policy();
                if !policy.is_empty() {
                    writer.key("PolicyDocument");
                    self.policy(writer, &policy);
                }
            });
        });
    }

    #[inline]
    fn name(&self, writer: &mut Writer, key: &str, name: &str, path: &str, arn: &Arn) {
        text(writer, key, name);
        text(writer, "Path", path);
        self.arn(writer, "Arn", arn);
    }

    #[inline]
    fn arn(&self, writer: &mut Writer, key: &str, arn: &Arn) {
        text(writer, key, &self.account.text(&Template::from(arn)));
    }

    #[inline]
    fn policy<K: Kind>(&self, writer: &mut Writer, policy: &Policy<K>) {
        writer.document(&self.account.document(policy));
    }

    #[inline]
    fn attached(&self, writer: &mut Writer, key: &str, identity: &Identity) {
        let policies = identity.attached_policies_or_said();
        writer.key(key);
        writer.list(policies.inline(), |writer, (name, policy)| {
            writer.object(|writer| {
                text(writer, "PolicyName", name);
                writer.key("PolicyDocument");
                self.policy(writer, policy);
            });
        });
        writer.key("AttachedManagedPolicies");
        writer.list(policies.managed(), |writer, policy| {
            writer.object(|writer| {
                text(writer, "PolicyName", &policy.name());
                self.arn(writer, "PolicyArn", &policy.arn());
            });
        });
    }

    #[inline]
    fn boundary(&self, writer: &mut Writer, boundary: Option<PermissionsBoundary>) {
        let Some(boundary) = boundary else { return };
        writer.key("PermissionsBoundary");
        writer.object(|writer| {
            text(writer, "PermissionsBoundaryType", "Policy");
            self.arn(writer, "PermissionsBoundaryArn", &boundary.arn());
        });
    }

    #[inline]
    fn tags(writer: &mut Writer, tags: &[(String, String)]) {
        if tags.is_empty() {
            return;
        }
        writer.key("Tags");
        writer.list(tags, |writer, (key, value)| {
            writer.object(|writer| {
                writer.key("Key");
                writer.string(key);
                writer.key("Value");
                writer.string(value);
            });
        });
    }
}

#[inline]
fn text(writer: &mut Writer, key: &str, text: &str) {
    writer.key(key);
    writer.string(text);
}
