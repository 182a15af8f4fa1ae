//! Volumes.

use crate::{
    grant::{Granting, On},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, key_methods,
        named_methods,
    },
};

const CLASS: Class = Class {
    noun: "volume",
    kind: "AWS::EC2::Volume",
    arn: ArnForm::regional("ec2", "volume/"),
    policy: PolicySupport::None,
    key_via: Some("ec2"),
    forms: &[On::Itself],
};

/// A volume, by its id: who may attach it to instances, and detach it.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::ec2;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let data = ec2::Volume::new(&env, "vol-0123456789abcdef0");
/// let role = Role::new("failover");
/// data.grant_attach_volume(&role, ["i-0123456789abcdef0"])?;
/// assert!(role.policy().to_json().contains("arn:aws:ec2:us-east-1:123456789012:instance/i-0123456789abcdef0"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Volume {
    handle: Handle,
}

handle_methods!(Volume by "id", "volume");
named_methods!(
    Volume by "id",
    "volume",
    "ec2::Volume",
    "vol-0123456789abcdef0",
    "arn:aws:ec2:us-east-1:123456789012:volume/vol-0123456789abcdef0"
);
key_methods!(
    Volume,
    "volume",
    "ec2::Volume::named(\"vol-0123456789abcdef0\")"
);
action_methods!(
    Volume,
    "volume",
    "ec2::Volume::named(\"vol-0123456789abcdef0\")",
    ec2::ModifyVolume
);

impl Volume {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for Volume {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}
