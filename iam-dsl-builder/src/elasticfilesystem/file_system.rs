//! File systems.

use crate::{
    grant::{Granting, On, grants},
    handle::{
        ArnForm, Class, Handle, PolicySupport, action_methods, handle_methods, named_methods,
        policy_methods,
    },
};

const CLASS: Class = Class {
    noun: "file system",
    kind: "AWS::EFS::FileSystem",
    arn: ArnForm::regional("elasticfilesystem", "file-system/"),
    policy: PolicySupport::ByArn,
    key_via: None,
    forms: &[On::Itself],
};

/// A file system, by its id: who may mount it and write to it, and its own policy.
///
/// As long as a file system has no policy, everyone who reaches it over the network has full access. See AWS's page on
/// [clients and IAM](https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html).
///
/// A file system is a handle: its clones share one policy.
///
/// # Example
///
/// ```
/// use iam_dsl::prelude::*;
/// use iam_dsl::elasticfilesystem;
///
/// let env = Env::new("123456789012", "us-east-1")?;
/// let shared = elasticfilesystem::FileSystem::new(&env, "fs-0123456789abcdef0");
/// let role = Role::new("renderer");
/// shared.grant_read_write(&role)?;
/// assert!(role.policy().to_json().contains("elasticfilesystem:ClientWrite"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct FileSystem {
    handle: Handle,
}

handle_methods!(FileSystem by "id", "file system");
named_methods!(
    FileSystem by "id",
    "file system",
    "elasticfilesystem::FileSystem",
    "fs-0123456789abcdef0",
    "arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/fs-0123456789abcdef0"
);
policy_methods!(FileSystem, "file system");
action_methods!(
    FileSystem,
    "file system",
    "elasticfilesystem::FileSystem::named(\"fs-0123456789abcdef0\")",
    elasticfilesystem::DescribeMountTargets
);

impl FileSystem {
    #[inline]
    fn of(handle: Handle) -> Self {
        Self { handle }
    }
}

impl Granting for FileSystem {
    #[inline]
    fn handle(&self) -> &Handle {
        &self.handle
    }
}

grants! {
    FileSystem with policy,
    "file system",
    "elasticfilesystem::FileSystem::named(\"fs-0123456789abcdef0\")",
    "file system `fs-0123456789abcdef0`";

    grant_read => "mount and read" {
        Itself: [elasticfilesystem::ClientMount]
            if Bool "elasticfilesystem:AccessedViaMountTarget" is "true",
    }
    grant_read_write => "mount, read and write" {
        Itself: [elasticfilesystem::ClientMount, elasticfilesystem::ClientWrite]
            if Bool "elasticfilesystem:AccessedViaMountTarget" is "true",
    }
    /// Without root access, a client's root user is squashed to an anonymous one.
    grant_root_access => "mount and, as root, read and write" {
        Itself: [
            elasticfilesystem::ClientMount,
            elasticfilesystem::ClientRootAccess,
            elasticfilesystem::ClientWrite,
        ] if Bool "elasticfilesystem:AccessedViaMountTarget" is "true",
    }
}
