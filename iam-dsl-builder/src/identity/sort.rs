//! What sets the kinds of identity apart.
//!
//! AWS: [IAM and STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html), where every
//! number here is from; [tagging IAM resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html).

use iam_dsl_core::quota::Quota;

/// One kind of what IAM has names for.
#[derive(Debug)]
pub(crate) struct Sort {
    /// As messages call it.
    pub(crate) noun: &'static str,
    /// What its ARN has before path and name.
    pub(crate) prefix: &'static str,
    pub(crate) name_limit: usize,
    /// Whether `Team` and `team` are one tag.
    pub(crate) ignores_case_of_tags: bool,
    /// Whether its path is of the characters of names only, as the API has it for policies.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html>
    pub(crate) has_plain_path: bool,
    /// All its inline policies together.
    pub(crate) inline: Quota,
    /// How many managed policies it may have attached. Of a role or a user it is raised on request, of a group it is not.
    pub(crate) managed: usize,
}

pub(crate) static ROLE: Sort = Sort {
    noun: "role",
    prefix: "role/",
    name_limit: 64,
    ignores_case_of_tags: true,
    has_plain_path: false,
    inline: Quota::ROLE_INLINE,
    managed: 20,
};

pub(crate) static USER: Sort = Sort {
    noun: "user",
    prefix: "user/",
    name_limit: 64,
    ignores_case_of_tags: true,
    has_plain_path: false,
    inline: Quota::USER_INLINE,
    managed: 10,
};

pub(crate) static GROUP: Sort = Sort {
    noun: "group",
    prefix: "group/",
    name_limit: 128,
    ignores_case_of_tags: false,
    has_plain_path: false,
    inline: Quota::GROUP_INLINE,
    managed: 10,
};

pub(crate) static MANAGED_POLICY: Sort = Sort {
    noun: "managed policy",
    prefix: "policy/",
    name_limit: 128,
    ignores_case_of_tags: false,
    has_plain_path: true,
    inline: Quota::MANAGED_POLICY,
    managed: 0,
};

pub(crate) static BOUNDARY: Sort = Sort {
    noun: "permissions boundary",
    ..MANAGED_POLICY
};

pub(crate) static INSTANCE_PROFILE: Sort = Sort {
    noun: "instance profile",
    prefix: "instance-profile/",
    name_limit: 128,
    ignores_case_of_tags: false,
    has_plain_path: false,
    // It has no policies.
    inline: Quota::MANAGED_POLICY,
    managed: 0,
};

pub(crate) const PATH_LIMIT: usize = 512;
pub(crate) const TAG_LIMIT: usize = 50;
pub(crate) const TAG_KEY_LIMIT: usize = 128;
pub(crate) const TAG_VALUE_LIMIT: usize = 256;
pub(crate) const POLICY_NAME_LIMIT: usize = 128;
pub(crate) const GROUPS_LIMIT: usize = 10;
pub(crate) const ROLES_LIMIT: usize = 1;
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
pub(crate) const DESCRIPTION_LIMIT: usize = 1000;
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
pub(crate) const SESSION_SECONDS: (u64, u64) = (3600, 43_200);
