//! Service-linked roles are created for services that are named.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>

use super::broad_action::Dangerous;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;

codes! {
    /// All actions but some, on all resources but some, include creating service-linked roles.
    ///
    /// Such a role lets a service act in the account, with permissions that AWS chose. Whoever has this policy can
    /// create one for any service.
    ///
    /// Instead, allow `iam:CreateServiceLinkedRole` for the services that are named in `iam:AWSServiceName`, and leave
    /// it out elsewhere.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>
    CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE = warning from Development;
    /// Creating service-linked roles is allowed on all resources but some.
    ///
    /// Such a role lets a service act in the account, with permissions that AWS chose. Whoever has this policy can
    /// create one for any service that is not named.
    ///
    /// Instead, name the role in `Resource`, and the service in `iam:AWSServiceName`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>
    CREATE_SLR_WITH_NOT_RESOURCE = warning from Development;
    /// A pattern of actions, on all resources but some, includes creating service-linked roles.
    ///
    /// Such a role lets a service act in the account, with permissions that AWS chose. Whoever has this policy can
    /// create one for any service that is not named.
    ///
    /// Instead, name the actions that are needed, and name the service in `iam:AWSServiceName` where creating such a
    /// role is among them.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE = warning from Development;
    /// A pattern of actions on `*` includes creating service-linked roles.
    ///
    /// Such a role lets a service act in the account, with permissions that AWS chose. Whoever has this policy can
    /// create one for any service.
    ///
    /// Instead, name the actions that are needed, and name the service in `iam:AWSServiceName` where creating such a
    /// role is among them.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE = warning from Development;
    /// Creating service-linked roles is allowed on `*`, or on all roles.
    ///
    /// Such a role lets a service act in the account, with permissions that AWS chose. Whoever has this policy can
    /// create one for any service.
    ///
    /// Instead, name the role in `Resource`, or the service in `iam:AWSServiceName`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>
    CREATE_SLR_WITH_STAR_IN_RESOURCE = warning from Development;
    /// All actions but some on `*` include creating service-linked roles.
    ///
    /// Such a role lets a service act in the account, with permissions that AWS chose. Whoever has this policy can
    /// create one for any service.
    ///
    /// Instead, name the actions that are needed, or add `iam:CreateServiceLinkedRole` to `NotAction`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>
    CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION = warning from Development;
}

const CREATE_SLR: Dangerous = Dangerous {
    action: "iam:CreateServiceLinkedRole",
    bound: "iam:AWSServiceName",
    folder: "role/aws-service-role/",
    what: "create the service-linked role of any service",
    help: "name the services in the condition key `iam:AWSServiceName`",
    named_on_star: Code::CREATE_SLR_WITH_STAR_IN_RESOURCE,
    pattern_on_star: Code::CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE,
    not_action_on_star: Code::CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION,
    named_on_not_resource: Code::CREATE_SLR_WITH_NOT_RESOURCE,
    pattern_on_not_resource: Code::CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE,
    not_action_on_not_resource: Code::CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE,
};

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    CREATE_SLR.check(document, report);
}
