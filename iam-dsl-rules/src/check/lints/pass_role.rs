//! Passing roles is allowed for roles that are named, or to services that are.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>

use super::broad_action::Dangerous;
use crate::check::Code;
use crate::check::report::Report;
use crate::check::view::Document;

codes! {
    /// All actions but some, on all resources but some, include passing roles.
    ///
    /// Whoever passes a role to a service lets the service act with the role's permissions, and often decides what it
    /// does. With any role to choose from, that can be one with more permissions than their own, up to those of an
    /// administrator.
    ///
    /// Instead, name the actions that are needed; for `iam:PassRole`, name the roles in `Resource` and the service in
    /// `iam:PassedToService`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE = security_warning from Development;
    /// Passing roles is allowed on all resources but some.
    ///
    /// Whoever passes a role to a service lets the service act with the role's permissions, and often decides what it
    /// does. Each new role can be passed as well, up to that of an administrator.
    ///
    /// Instead, name the roles in `Resource`, and the service in `iam:PassedToService`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    PASS_ROLE_WITH_NOT_RESOURCE = security_warning from Development;
    /// A pattern of actions, on all resources but some, includes passing roles.
    ///
    /// Whoever passes a role to a service lets the service act with the role's permissions, and often decides what it
    /// does. Each new role can be passed as well, up to that of an administrator.
    ///
    /// Instead, name the actions that are needed; for `iam:PassRole`, name the roles in `Resource` and the service in
    /// `iam:PassedToService`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE = security_warning from Development;
    /// A pattern of actions on `*` includes passing roles.
    ///
    /// Whoever passes a role to a service lets the service act with the role's permissions, and often decides what it
    /// does. With any role to choose from, that can be one with more permissions than their own, up to those of an
    /// administrator.
    ///
    /// Instead, name the actions that are needed; for `iam:PassRole`, name the roles in `Resource` and the service in
    /// `iam:PassedToService`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE = security_warning from Development;
    /// Passing roles is allowed on `*`, or on all roles.
    ///
    /// Whoever passes a role to a service lets the service act with the role's permissions, and often decides what it
    /// does. With any role to choose from, that can be one with more permissions than their own, up to those of an
    /// administrator.
    ///
    /// Instead, name the roles in `Resource`, and the service in `iam:PassedToService`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    PASS_ROLE_WITH_STAR_IN_RESOURCE = security_warning from Development;
    /// All actions but some on `*` include passing roles.
    ///
    /// Whoever passes a role to a service lets the service act with the role's permissions, and often decides what it
    /// does. With any role to choose from, that can be one with more permissions than their own, up to those of an
    /// administrator.
    ///
    /// Instead, name the actions that are needed, or add `iam:PassRole` to `NotAction`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION = security_warning from Development;
}

const PASS_ROLE: Dangerous = Dangerous {
    action: "iam:PassRole",
    bound: "iam:PassedToService",
    folder: "role/service-role/",
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
