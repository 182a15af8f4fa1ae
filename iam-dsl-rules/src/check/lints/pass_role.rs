//! Passing roles is allowed for roles that are named, or to services that are.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>

use super::broad_action::Dangerous;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;

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
