//! Service-linked roles are created for services that are named.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html>

use super::broad_action::Dangerous;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;

codes! {
    /// All actions but some, on all resources but some, let create service-linked roles.
    CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE = warning from Development;
    /// `iam:CreateServiceLinkedRole` on all resources but some.
    CREATE_SLR_WITH_NOT_RESOURCE = warning from Development;
    /// A pattern of actions, on all resources but some, lets create service-linked roles.
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE = warning from Development;
    /// A pattern of actions on `*` lets create service-linked roles.
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE = warning from Development;
    /// `iam:CreateServiceLinkedRole` on `*`.
    CREATE_SLR_WITH_STAR_IN_RESOURCE = warning from Development;
    /// All actions but some on `*` let create service-linked roles.
    CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION = warning from Development;
}

const CREATE_SLR: Dangerous = Dangerous {
    action: "iam:CreateServiceLinkedRole",
    bound: "iam:AWSServiceName",
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
