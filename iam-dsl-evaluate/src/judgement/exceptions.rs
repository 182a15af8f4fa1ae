//! Services that decide otherwise than most.

use crate::Request;
use crate::caller::CallerKind;

/// A resource whose own policy must speak before any other counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// A KMS key and its key policy.
    ///
    /// AWS: [key policies](https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html).
    Key,
    /// A role that is to be assumed and its trust policy.
    ///
    /// AWS: [AssumeRole](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html).
    Role,
}

/// Returns the gate that the request must pass, if any.
pub(crate) fn gate(request: &Request) -> Option<Gate> {
    let (service, _) = request.action_key().split_once(':')?;
    let gate = match service {
        "kms" => Gate::Key,
        "sts" => Gate::Role,
        _ => return None,
    };
    let resource = request.resource().splitn(6, ':').nth(5);
    let is_behind_it = match (gate, resource) {
        // An action that needs a key or a role, and none is named.
        (_, None) => acts_on_resources(request),
        (Gate::Role, Some(resource)) => resource.starts_with("role/"),
        // An alias never stands for its key, whose policy is the one that counts.
        (Gate::Key, Some(resource)) => {
            resource.starts_with("key/")
                || (resource.starts_with("alias/") && !is_about_alias(request))
        }
    };
    is_behind_it.then_some(gate)
}

fn acts_on_resources(request: &Request) -> bool {
    let action = iam_dsl_catalog::Action::find(request.action());
    action.is_some_and(|action| action.resources().next().is_some())
}

/// What needs permission on an alias, besides that on its key.
///
/// AWS: [controlling access to aliases](https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html).
fn is_about_alias(request: &Request) -> bool {
    matches!(
        request.action_key(),
        "kms:createalias" | "kms:updatealias" | "kms:deletealias"
    )
}

/// Returns true when the request is about a resource that can have a policy. `*` is none, and the
/// aliases of keys have none.
pub(crate) fn has_own_policy(request: &Request) -> bool {
    let resource = request.resource();
    let is_alias = is_about_alias(request) && resource.contains(":alias/");
    resource != "*" && !is_alias
}

/// What can be done with a KMS key of another account.
///
/// AWS: [using keys in other accounts](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html).
const WITH_KEYS_OF_OTHERS: [&str; 20] = [
    "creategrant",
    "decrypt",
    "derivesharedsecret",
    "describekey",
    "encrypt",
    "generatedatakey",
    "generatedatakeypair",
    "generatedatakeypairwithoutplaintext",
    "generatedatakeywithoutplaintext",
    "generatemac",
    "getkeyrotationstatus",
    "getpublickey",
    "listgrants",
    "reencryptfrom",
    "reencryptto",
    "retiregrant",
    "revokegrant",
    "sign",
    "verify",
    "verifymac",
];

/// What cannot be done with a queue of another account.
///
/// AWS: [limitations of custom policies](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html).
const NOT_WITH_QUEUES_OF_OTHERS: [&str; 12] = [
    "addpermission",
    "cancelmessagemovetask",
    "createqueue",
    "deletequeue",
    "listmessagemovetasks",
    "listqueues",
    "listqueuetags",
    "removepermission",
    "setqueueattributes",
    "startmessagemovetask",
    "tagqueue",
    "untagqueue",
];

/// Returns true when the action works within one account only, whatever policies say.
pub(crate) fn is_for_own_account_only(request: &Request) -> bool {
    match request.action_key().split_once(':') {
        Some(("kms", name)) => !WITH_KEYS_OF_OTHERS.contains(&name),
        Some(("sqs", name)) => NOT_WITH_QUEUES_OF_OTHERS.contains(&name),
        _ => is_about_bucket_policy(request),
    }
}

/// AWS: [PutBucketPolicy](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html).
fn is_about_bucket_policy(request: &Request) -> bool {
    matches!(
        request.action_key(),
        "s3:getbucketpolicy" | "s3:putbucketpolicy" | "s3:deletebucketpolicy"
    )
}

/// The root user that locked itself out of a bucket can still change the bucket's policy.
///
/// AWS: [PutBucketPolicy](https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html).
pub(crate) fn is_above_resource_policy(request: &Request) -> bool {
    let is_root = matches!(request.caller().kind, CallerKind::Root(_));
    is_root && request.caller().account() == request.owner() && is_about_bucket_policy(request)
}

/// Resource control policies leave the retiring of grants alone.
///
/// AWS: [RCPs](https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html).
pub(crate) fn is_above_rcps(request: &Request) -> bool {
    request.action_key() == "kms:retiregrant"
}

/// Asking who one is needs no permission, and no policy can forbid it; nor can one keep a user
/// from a session token.
///
/// AWS: [GetCallerIdentity](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html),
/// [permissions for GetSessionToken](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html).
pub(crate) fn is_always_allowed(request: &Request) -> bool {
    let kind = &request.caller().kind;
    match request.action_key() {
        "sts:getcalleridentity" => request.caller().account().is_some(),
        "sts:getsessiontoken" => matches!(kind, CallerKind::User(_) | CallerKind::Root(_)),
        _ => false,
    }
}

/// Federated users have neither IAM nor STS, whatever policies say.
///
/// AWS: [GetFederationToken](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html).
pub(crate) fn is_not_for_federated_users(request: &Request) -> bool {
    let action = request.action_key();
    matches!(request.caller().kind, CallerKind::FederatedUser { .. })
        && (action.starts_with("iam:") || action.starts_with("sts:"))
}

/// What changes an AWS-managed policy.
const CHANGES_POLICY: [&str; 6] = [
    "createpolicyversion",
    "deletepolicy",
    "deletepolicyversion",
    "setdefaultpolicyversion",
    "tagpolicy",
    "untagpolicy",
];

/// What changes the permissions or the trust of a role.
const CHANGES_ROLE: [&str; 8] = [
    "attachrolepolicy",
    "deleterole",
    "deleterolepermissionsboundary",
    "deleterolepolicy",
    "detachrolepolicy",
    "putrolepermissionsboundary",
    "putrolepolicy",
    "updateassumerolepolicy",
];

/// Returns true when AWS itself protects the resource from the request.
///
/// AWS: [AWS managed policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies),
/// [AWS managed keys](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key),
/// [service-linked roles](https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html),
/// [roles of IAM Identity Center](https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html).
pub(crate) fn is_refused(request: &Request) -> bool {
    if is_about_alias(request) {
        return request.resource().contains(":alias/aws/");
    }
    let Some(name) = request.action_key().strip_prefix("iam:") else {
        return false;
    };
    let mut fields = request.resource().splitn(6, ':').skip(4);
    let (Some(account), Some(resource)) = (fields.next(), fields.next()) else {
        return false;
    };
    let is_protected_role = resource.starts_with("role/aws-service-role/")
        || resource.starts_with("role/aws-reserved/");
    (account == "aws" && resource.starts_with("policy/") && CHANGES_POLICY.contains(&name))
        || (is_protected_role && CHANGES_ROLE.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(action: &str, resource: &str) -> Request {
        let ann = "arn:aws:iam::123456789012:user/ann".parse().unwrap();
        Request::new(ann, action, resource)
    }

    #[test]
    fn what_has_a_gate() {
        for (action, resource, expected) in [
            (
                "kms:Decrypt",
                "arn:aws:kms:us-east-1:123456789012:key/k",
                Some(Gate::Key),
            ),
            (
                "kms:CreateAlias",
                "arn:aws:kms:us-east-1:123456789012:alias/a",
                None,
            ),
            (
                "kms:Decrypt",
                "arn:aws:kms:us-east-1:123456789012:alias/a",
                Some(Gate::Key),
            ),
            ("kms:Decrypt", "*", Some(Gate::Key)),
            ("kms:ListKeys", "*", None),
            (
                "STS:AssumeRole",
                "arn:aws:iam::123456789012:role/app",
                Some(Gate::Role),
            ),
            (
                "sts:TagSession",
                "arn:aws:iam::123456789012:role/app",
                Some(Gate::Role),
            ),
            ("sts:GetSessionToken", "*", None),
            ("iam:GetRole", "arn:aws:iam::123456789012:role/app", None),
            ("s3:GetObject", "arn:aws:s3:::b/key/k", None),
        ] {
            assert_eq!(
                gate(&request(action, resource)),
                expected,
                "{action} on {resource}"
            );
        }
    }

    #[test]
    fn what_aws_protects() {
        for (action, resource, expected) in [
            (
                "iam:DeletePolicy",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                true,
            ),
            (
                "iam:GetPolicy",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                false,
            ),
            (
                "iam:AttachUserPolicy",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                false,
            ),
            (
                "iam:DeletePolicy",
                "arn:aws:iam::123456789012:policy/own",
                false,
            ),
            (
                "iam:PutRolePolicy",
                "arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/R",
                true,
            ),
            (
                "iam:DeleteServiceLinkedRole",
                "arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/R",
                false,
            ),
            (
                "iam:UpdateAssumeRolePolicy",
                "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/R",
                true,
            ),
            (
                "iam:PutRolePolicy",
                "arn:aws:iam::123456789012:role/app",
                false,
            ),
        ] {
            assert_eq!(
                is_refused(&request(action, resource)),
                expected,
                "{action} on {resource}"
            );
        }
    }
}
