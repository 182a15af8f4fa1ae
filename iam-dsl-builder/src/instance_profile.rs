//! Instance profiles.

use iam_dsl_core::Arn;

use crate::{
    IdentityError, Role, ValueError,
    identity::{
        Check, Identity, entity_methods,
        sort::{INSTANCE_PROFILE, ROLES_LIMIT},
        tag_methods,
    },
};

/// An instance profile: how EC2 instances come by a role.
///
/// An instance profile is a handle: its clones share one. It has one role at most.
///
/// AWS: [instance profiles](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html).
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::InstanceProfile;
///
/// let role = Role::new("web").trusted_by(service_principal!("ec2.amazonaws.com"));
/// let profile = InstanceProfile::new("web").with_role(&role);
/// assert_eq!(profile.roles()[0].name(), "web");
/// assert!(profile.mistakes().is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct InstanceProfile(Identity);

entity_methods!(InstanceProfile, "instance profile", "instance-profile/");
tag_methods!(InstanceProfile, "instance profile");

impl InstanceProfile {
    /// An instance profile of the deploying account. [`mistakes`](Self::mistakes) checks the name.
    #[inline]
    pub fn new(name: impl Into<String>) -> Self {
        Self(Identity::new(&INSTANCE_PROFILE, name.into()))
    }

    /// An instance profile that exists already.
    ///
    /// # Errors
    ///
    /// The ARN is not that of an instance profile.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::InstanceProfile;
    ///
    /// let profile = InstanceProfile::from_arn(arn!("arn:aws:iam::123456789012:instance-profile/web"))?;
    /// assert_eq!(profile.name(), "web");
    /// # Ok::<(), iam_dsl::ValueError>(())
    /// ```
    #[inline]
    pub fn from_arn(arn: Arn) -> Result<Self, ValueError> {
        Identity::from_arn(&INSTANCE_PROFILE, arn).map(Self)
    }

    /// Gives the role to the instances that have the profile.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::InstanceProfile;
    ///
    /// let profile = InstanceProfile::new("web").with_role(&Role::new("web"));
    /// assert_eq!(profile.roles().len(), 1);
    /// ```
    #[must_use]
    #[inline]
    pub fn with_role(self, role: &Role) -> Self {
        self.0.lock().roles.push(role.clone());
        self
    }

    /// Returns the roles: one, unless that is a [mistake](Self::mistakes).
    #[inline]
    pub fn roles(&self) -> Vec<Role> {
        self.0.lock().roles.clone()
    }

    /// Returns what IAM would refuse of the instance profile: names, paths, tags, and more roles than one.
    ///
    /// # Example
    ///
    /// ```
    /// use iam_dsl::prelude::*;
    /// use iam_dsl::InstanceProfile;
    ///
    /// let profile = InstanceProfile::new("web").with_role(&Role::new("web")).with_role(&Role::new("metrics"));
    /// assert_eq!(profile.mistakes()[0].to_string(), "instance profile `web` has 2 roles, and IAM takes 1");
    /// ```
    #[inline]
    pub fn mistakes(&self) -> Vec<IdentityError> {
        let state = self.0.lock();
        let mut mistakes = state.entity.mistakes();
        let mut check = Check {
            identity: state.entity.label(),
            mistakes: &mut mistakes,
        };
        check.count("roles", state.roles.len(), ROLES_LIMIT);
        mistakes
    }

    #[inline]
    pub(crate) fn identity(&self) -> &Identity {
        &self.0
    }

    /// Whether both are handles of one.
    #[inline]
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.0.is(&other.0)
    }
}
