//! Actions do something in the kind of policy they stand in.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html>,
//! <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>

use iam_dsl_catalog as catalog;

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Statement};
use crate::check::{Code, Message};

codes! {
    /// A resource control policy has `NotAction`.
    ///
    /// Resource control policies know `Action` alone, and AWS Organizations saves no others.
    ///
    /// Instead, name in `Action` what is denied.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>
    RCP_SYNTAX_ERROR_NOTACTION = error;
    /// An action does nothing in this kind of policy.
    ///
    /// A trust policy says who may assume the role and how, and nothing else. What the role may do stands in its
    /// permission policies.
    ///
    /// Instead, allow `sts:AssumeRole` or a variant of it here, and put the other actions into a policy that is
    /// attached to the role.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html>
    UNSUPPORTED_ACTION_IN_POLICY = error;
}

/// What a trust policy can allow.
const TRUST_ACTIONS: &[&str] = &[
    "AssumeRole",
    "AssumeRoleWithSAML",
    "AssumeRoleWithWebIdentity",
    "SetContext",
    "SetSourceIdentity",
    "TagSession",
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        match document.kind {
            PolicyKind::Trust => trust(statement, report),
            PolicyKind::Rcp => rcp(statement, report),
            _ => {}
        }
    }
}

fn trust(statement: &Statement<'_>, report: &mut Report) {
    let Some(actions) = statement.action() else {
        return;
    };
    for (item, text) in actions.known() {
        let foreign = catalog::expand(text).any(|action| {
            action.service().prefix() != "sts" || !TRUST_ACTIONS.contains(&action.name())
        });
        if foreign {
            report.add_at(
                item,
                Message::new(
                    Code::UNSUPPORTED_ACTION_IN_POLICY,
                    format!("`{text}` does nothing in a trust policy"),
                )
                .with_help("a trust policy is about `sts:AssumeRole`, its variants, `sts:TagSession` and `sts:SetSourceIdentity`"),
            );
        }
    }
}

fn rcp(statement: &Statement<'_>, report: &mut Report) {
    for element in statement
        .actions
        .iter()
        .filter(|element| element.name == "NotAction")
    {
        report.add(
            element.place,
            element.key_span,
            Message::new(
                Code::RCP_SYNTAX_ERROR_NOTACTION,
                "a resource control policy has no `NotAction`",
            )
            .with_help("name the actions in `Action`"),
        );
    }
}
