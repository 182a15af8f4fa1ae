//! EC2 instances.

use super::{checked, service};
use crate::{InstanceProfile, Role, ValueError, allow, any, aws};

/// The role of EC2 instances and the instance profile that gives it to them. Made by [`ec2_instance`].
#[derive(Clone, Debug)]
pub struct Ec2Instance {
    role: Role,
    profile: InstanceProfile,
}

/// The role of EC2 instances, and an instance profile of the same name: it may do nothing before something is granted.
///
/// See AWS's page on [roles for EC2](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html).
///
/// # Errors
///
/// The name is not that of a role.
///
/// # Example
///
/// ```
/// use iam_dsl::{roles, s3};
///
/// let web = roles::ec2_instance("web")?.with_session_manager();
/// s3::Bucket::named("my-app-assets").grant_read(web.role())?;
/// assert_eq!(web.profile().name(), "web");
/// assert!(web.role().policy().to_json().contains("ssmmessages:OpenDataChannel"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[inline]
pub fn ec2_instance(name: &str) -> Result<Ec2Instance, ValueError> {
    checked(name, "a role", "+=,.@-_", 64)?;
    let role = Role::new(name).trusted_by(service("ec2.amazonaws.com"));
    let profile = InstanceProfile::new(name).with_role(&role);
    Ok(Ec2Instance { role, profile })
}

impl Ec2Instance {
    /// Lets people sign in with Session Manager, so that no port for SSH is open and no key lies about.
    ///
    /// AWS's `AmazonSSMManagedInstanceCore` also reads every parameter of Parameter Store; this is the least that sessions
    /// need. See AWS's page on
    /// [minimal permissions](https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html).
    #[must_use]
    #[inline]
    pub fn with_session_manager(self) -> Self {
        let sessions = [
            aws::ssm::UpdateInstanceInformation,
            aws::ssmmessages::CreateControlChannel,
            aws::ssmmessages::CreateDataChannel,
            aws::ssmmessages::OpenControlChannel,
            aws::ssmmessages::OpenDataChannel,
        ];
        self.role.add(allow(sessions).on(any()));
        self
    }

    /// Returns the role.
    #[inline]
    pub fn role(&self) -> &Role {
        &self.role
    }

    /// Returns the instance profile.
    #[inline]
    pub fn profile(&self) -> &InstanceProfile {
        &self.profile
    }
}
