//! Passing roles is allowed for roles that are named, or to services that are.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>

use super::broad_action::Dangerous;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;

codes! {
    /// All actions but some, on all resources but some, let pass roles.
    PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE = security_warning from Development;
    /// `iam:PassRole` on all resources but some.
    PASS_ROLE_WITH_NOT_RESOURCE = security_warning from Development;
    /// A pattern of actions, on all resources but some, lets pass roles.
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE = security_warning from Development;
    /// A pattern of actions on `*` lets pass roles.
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE = security_warning from Development;
    /// `iam:PassRole` on `*`.
    PASS_ROLE_WITH_STAR_IN_RESOURCE = security_warning from Development;
    /// All actions but some on `*` let pass roles.
    PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION = security_warning from Development;
}

const PASS_ROLE: Dangerous = Dangerous {
    action: "iam:PassRole",
    bound: "iam:PassedToService",
    what: "pass any role to any service, also one with more permissions",
    help: "name the roles in `Resource`, and the service in the condition key `iam:PassedToService`",
    named_on_star: Code::PASS_ROLE_WITH_STAR_IN_RESOURCE,
    pattern_on_star: Code::PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE,
    not_action_on_star: Code::PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION,
    named_on_not_resource: Code::PASS_ROLE_WITH_NOT_RESOURCE,
    pattern_on_not_resource: Code::PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE,
    not_action_on_not_resource: Code::PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE,
};

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    PASS_ROLE.check(document, report);
}
