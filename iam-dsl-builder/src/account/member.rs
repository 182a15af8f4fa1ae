//! What an account has.

use iam_dsl_core::Arn;

use crate::{
    Group, IdentityError, InstanceProfile, ManagedPolicy, PermissionsBoundary, ResourcePolicy,
    Role, User, handle::Handle, identity::Identity,
};

/// What an account can have: an identity, a policy, an instance profile or a resource, by value or by reference.
#[diagnostic::on_unimplemented(
    message = "an account does not have `{Self}`",
    label = "neither identity nor resource",
    note = "add roles, users, groups, managed policies, permissions boundaries, instance profiles, and handles such as `s3::Bucket`"
)]
pub trait AccountMember: sealed::Sealed {
    #[doc(hidden)]
    fn into_member(self) -> Member;
}

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// One identity or resource.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub enum Member {
    Role(Role),
    User(User),
    Group(Group),
    Policy(ManagedPolicy),
    Boundary(PermissionsBoundary),
    Profile(InstanceProfile),
    Resource(Box<Resource>),
}

impl Member {
    /// What no other of the account may be called. A boundary is a managed policy.
    #[inline]
    pub(super) fn unique_name(&self) -> String {
        let managed_policy = |name: String| format!("managed policy `{name}`");
        match self {
            Self::Role(role) => role.label(),
            Self::User(user) => user.label(),
            Self::Group(group) => group.label(),
            Self::Policy(policy) => managed_policy(policy.name()),
            Self::Boundary(boundary) => managed_policy(boundary.name()),
            Self::Profile(profile) => profile.label(),
            Self::Resource(resource) => format!("resource `{}`", resource.arn),
        }
    }

    /// As messages name it, such as ``role `app` ``.
    #[inline]
    pub(super) fn label(&self) -> String {
        match self {
            Self::Role(role) => role.label(),
            Self::User(user) => user.label(),
            Self::Group(group) => group.label(),
            Self::Policy(policy) => policy.label(),
            Self::Boundary(boundary) => boundary.label(),
            Self::Profile(profile) => profile.label(),
            Self::Resource(resource) => resource.label(),
        }
    }

    /// What IAM would refuse of it.
    #[inline]
    pub(super) fn mistakes(&self) -> Vec<IdentityError> {
        match self {
            Self::Role(role) => role.mistakes(),
            Self::User(user) => user.mistakes(),
            Self::Group(group) => group.mistakes(),
            Self::Policy(policy) => policy.mistakes(),
            Self::Boundary(boundary) => boundary.mistakes(),
            Self::Profile(profile) => profile.mistakes(),
            Self::Resource(resource) => resource.mistakes(),
        }
    }
}

/// A resource with its policy.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its type in AWS `CloudFormation`.
    pub(super) kind: &'static str,
    pub(super) name: String,
    pub(super) arn: Arn,
    /// What is granted later is in its policy as well.
    handle: Handle,
}

impl Resource {
    #[inline]
    pub(super) fn policy(&self) -> ResourcePolicy {
        self.handle.policy()
    }

    #[inline]
    pub(super) fn label(&self) -> String {
        self.handle.label()
    }

    #[inline]
    fn mistakes(&self) -> Vec<IdentityError> {
        if self.handle.has_name_of_one() {
            return Vec::new();
        }
        vec![IdentityError::Malformed {
            identity: self.handle.label(),
            what: "name",
            text: self.name.clone(),
            rule: "the name of one: not empty, without `*`, `?` and `$`",
        }]
    }
}

macro_rules! members {
    ($($Type:ty: |$member:ident| $into:expr;)*) => {
        $(
            impl sealed::Sealed for $Type {}

            impl AccountMember for $Type {
                #[inline]
                fn into_member(self) -> Member {
                    (&self).into_member()
                }
            }

            impl sealed::Sealed for &$Type {}

            impl AccountMember for &$Type {
                #[inline]
                fn into_member(self) -> Member {
                    let $member = self;
                    $into
                }
            }
        )*
    };
}

members! {
    Role: |role| Member::Role(role.clone());
    User: |user| Member::User(user.clone());
    Group: |group| Member::Group(group.clone());
    ManagedPolicy: |policy| Member::Policy(policy.clone());
    PermissionsBoundary: |boundary| Member::Boundary(boundary.clone());
    InstanceProfile: |profile| Member::Profile(profile.clone());
}

/// A resource by its handle.
#[inline]
pub(crate) fn resource(handle: &Handle) -> Member {
    Member::Resource(Box::new(Resource {
        kind: handle.class().kind,
        name: handle.name().to_owned(),
        arn: handle.arn(),
        handle: handle.clone(),
    }))
}

/// What an account has, by kind, with what its identities have attached.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub(super) roles: Vec<Role>,
    pub(super) users: Vec<User>,
    pub(super) groups: Vec<Group>,
    pub(super) policies: Vec<ManagedPolicy>,
    pub(super) boundaries: Vec<PermissionsBoundary>,
    pub(super) profiles: Vec<InstanceProfile>,
    pub(super) resources: Vec<Resource>,
    /// What exists already, by its label: others describe it.
    pub(super) elsewhere: Vec<String>,
}

impl Members {
    #[inline]
    pub(super) fn of(members: &[Member]) -> Self {
        let mut all = Self::default();
        for member in members {
            all.add(member);
        }
        all
    }

    #[inline]
    fn add(&mut self, member: &Member) {
        match member {
            Member::Role(role) => self.add_role(role),
            Member::User(user) => self.add_user(user),
            Member::Group(group) => self.add_group(group),
            Member::Policy(policy) => self.add_policy(policy),
            Member::Boundary(boundary) => self.add_boundary(boundary),
            Member::Profile(profile) => {
                let is_known = self.profiles.iter().any(|known| known.is(profile));
                if !is_known && !self.is_elsewhere(profile.identity()) {
                    self.profiles.push(profile.clone());
                    profile.roles().iter().for_each(|role| self.add_role(role));
                }
            }
            Member::Resource(resource) => {
                if !self
                    .resources
                    .iter()
                    .any(|known| known.handle.is(&resource.handle))
                {
                    self.resources.push((**resource).clone());
                }
            }
        }
    }

    #[inline]
    fn is_elsewhere(&mut self, identity: &Identity) -> bool {
        let is_elsewhere = !identity.is_made_here();
        if is_elsewhere && !self.elsewhere.contains(&identity.label()) {
            self.elsewhere.push(identity.label());
        }
        is_elsewhere
    }

    #[inline]
    fn add_role(&mut self, role: &Role) {
        if self.is_elsewhere(role.identity()) || self.roles.iter().any(|known| known.is(role)) {
            return;
        }
        self.roles.push(role.clone());
        self.add_policies(&role.managed_policies());
        if let Some(boundary) = role.boundary() {
            self.add_boundary(&boundary);
        }
    }

    #[inline]
    fn add_user(&mut self, user: &User) {
        if self.is_elsewhere(user.identity()) || self.users.iter().any(|known| known.is(user)) {
            return;
        }
        self.users.push(user.clone());
        self.add_policies(&user.managed_policies());
        if let Some(boundary) = user.boundary() {
            self.add_boundary(&boundary);
        }
    }

    /// Its members come along.
    #[inline]
    fn add_group(&mut self, group: &Group) {
        if self.is_elsewhere(group.identity()) || self.groups.iter().any(|known| known.is(group)) {
            return;
        }
        self.groups.push(group.clone());
        self.add_policies(&group.managed_policies());
        for user in group.members() {
            self.add_user(&user);
        }
    }

    #[inline]
    fn add_policies(&mut self, policies: &[ManagedPolicy]) {
        for policy in policies {
            self.add_policy(policy);
        }
    }

    /// Policies that others manage are none of the account's.
    #[inline]
    fn add_policy(&mut self, policy: &ManagedPolicy) {
        if policy.has_known_text() && !self.policies.iter().any(|known| known.is(policy)) {
            self.policies.push(policy.clone());
        }
    }

    #[inline]
    fn add_boundary(&mut self, boundary: &PermissionsBoundary) {
        let is_known = |known: &PermissionsBoundary| known.is(boundary);
        if boundary.has_known_text() && !self.boundaries.iter().any(is_known) {
            self.boundaries.push(boundary.clone());
        }
    }

    /// Each of them once, kind by kind: a policy that is a boundary as well, as a boundary.
    #[inline]
    pub(super) fn all(&self) -> Vec<Member> {
        let mut all: Vec<Member> = Vec::new();
        all.extend(self.roles.iter().map(AccountMember::into_member));
        all.extend(self.users.iter().map(AccountMember::into_member));
        all.extend(self.groups.iter().map(AccountMember::into_member));
        for policy in &self.policies {
            if !self.is_boundary(policy) {
                all.push(policy.into_member());
            }
        }
        all.extend(self.boundaries.iter().map(AccountMember::into_member));
        all.extend(self.profiles.iter().map(AccountMember::into_member));
        for resource in &self.resources {
            all.push(Member::Resource(Box::new(resource.clone())));
        }
        all
    }

    #[inline]
    fn is_boundary(&self, policy: &ManagedPolicy) -> bool {
        self.boundaries
            .iter()
            .any(|boundary| boundary.is(&policy.into()))
    }

    /// The managed policies of the account, boundaries and what outgrew its identity among them.
    #[inline]
    pub(super) fn managed_policies(&self) -> Vec<ManagedPolicy> {
        let mut policies = self.policies.clone();
        for boundary in &self.boundaries {
            if !policies.iter().any(|known| boundary.is(&known.into())) {
                policies.push(boundary.managed_policy());
            }
        }
        let roles = self.roles.iter().map(Role::identity);
        let users = self.users.iter().map(User::identity);
        let groups = self.groups.iter().map(Group::identity);
        for identity in roles.chain(users).chain(groups) {
            policies.extend_from_slice(identity.attached_policies_or_said().split());
        }
        policies
    }
}
