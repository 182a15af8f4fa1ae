//! What is found in an account as a whole, which no policy shows by itself.
//!
//! The checks are where accounts are, in `iam-dsl-builder`; the codes are here, so that all codes are in one list.

codes! {
    /// Nothing that an identity's policies allow is in its permissions boundary.
    ///
    /// An identity may do what its policies and its boundary both allow. These two have no action in common, so it may do nothing
    /// that a policy of its own would let it do.
    ///
    /// Instead, give it the boundary that was meant for it, or let the boundary allow what the identity is for.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html>
    BOUNDARY_ALLOWS_NOTHING = warning, own;
    /// A person signs in to the console without multi-factor authentication.
    ///
    /// Nothing in the policies asks for the second factor, so that the password alone is enough, and passwords are reused, guessed
    /// and given away.
    ///
    /// Instead, let people sign in through IAM Identity Center, or deny everything but setting up a second factor unless
    /// `aws:MultiFactorAuthPresent` is true.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html>
    CONSOLE_ACCESS_WITHOUT_MFA = security_warning from Development, own;
    /// A user is in a group that is not in the account.
    ///
    /// AWS cannot put a user into a group that does not exist, and what the group was to allow is missing.
    ///
    /// Instead, add the group to the account.
    GROUP_NOT_IN_ACCOUNT = error_of_account, own;
    /// An identity that exists already is added to an account as if it were made here.
    ///
    /// It was made from its ARN: its policies are somebody else's, and what is not known of it cannot be written down or checked.
    ///
    /// Instead, leave it out, or make it here, by its name.
    IDENTITY_MADE_ELSEWHERE = warning, own;
    /// An instance profile gives no role.
    ///
    /// An instance gets its permissions from the role in its profile. With this profile it has none.
    ///
    /// Instead, say which role the profile gives.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html>
    INSTANCE_PROFILE_WITHOUT_ROLE = warning, own;
    /// Two identities have one name, or two resources one ARN.
    ///
    /// AWS has one of them: making the second fails. IAM tells no two names apart by their case.
    ///
    /// Instead, use one handle for both, or another name.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    NAME_USED_TWICE = error_of_account, own;
    /// A role is passed to a service that the role does not trust.
    ///
    /// Whoever sets up the service may hand it the role, and then the service cannot assume it: what is set up does not work.
    ///
    /// Instead, let the role trust the service, or pass one that does.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    PASSED_ROLE_NOT_TRUSTING_SERVICE = warning, own;
    /// A managed policy or a permissions boundary is attached to nothing.
    ///
    /// It allows nobody anything and limits nobody. Either an attachment is missing, or it is left over, for somebody to attach
    /// later without having looked at it.
    ///
    /// Instead, attach it, or leave it out.
    POLICY_ATTACHED_TO_NOTHING = warning, own;
    /// A policy is attached to a user directly.
    ///
    /// What a person may do follows from what they work on. Policies of single users are forgotten when that changes, and
    /// nobody sees who else has the same.
    ///
    /// Instead, put the user into a group and attach the policy to that.
    ///
    /// AWS: <https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2>
    POLICY_ATTACHED_TO_USER = warning from Production, own;
    /// IAM would refuse a name, a path, a tag, a count or a size.
    ///
    /// The account cannot be deployed like this: AWS answers with an error, and what comes after it is not made.
    ///
    /// Instead, keep within the limit that the finding names.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    REFUSED_BY_IAM = error_of_account, own;
    /// A role is trusted by nobody.
    ///
    /// AWS makes no role without a trust policy, and nobody could use this one.
    ///
    /// Instead, say who may assume it.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html>
    ROLE_WITHOUT_TRUST = error_of_account, own;
    /// An identity may make roles, or give roles policies, without a permissions boundary.
    ///
    /// Whoever may do that can make a role that may do everything and then use it, so that they are administrators in all but name.
    ///
    /// Instead, allow it only where the condition key `iam:PermissionsBoundary` has the boundary that those roles are to have.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate>
    UNBOUNDED_ROLE_CREATION = security_warning from Development, own;
    /// A program signs in as a user.
    ///
    /// Its access key works for whoever finds it, from anywhere and until somebody replaces it: in a repository, in a log, on a laptop.
    ///
    /// Instead, give the program a role: what runs on AWS gets one from its service, deployments from GitHub or GitLab through
    /// OpenID Connect, other servers through IAM Roles Anywhere.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles>
    USER_FOR_SERVICE = security_warning from Development, own;
    /// A person has an access key.
    ///
    /// The key works for whoever finds it, without a second factor and until somebody replaces it.
    ///
    /// Instead, let people sign in through IAM Identity Center, which gives their tools credentials for hours.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp>
    USER_WITH_ACCESS_KEY = security_warning from Development, own;
}
