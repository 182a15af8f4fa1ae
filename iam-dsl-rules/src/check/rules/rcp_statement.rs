//! Resource control policies deny actions of services they name: only AWS's own, which is everywhere, allows.
//!
//! AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::{Document, Leaf, Statement};
use crate::check::{Code, Message};

codes! {
    /// A resource control policy denies actions of a service that does not know such policies.
    ///
    /// Resource control policies work for some services only, and AWS Organizations saves no policy that names others.
    /// A bare `*` is for AWS's own policy, which allows everything.
    ///
    /// Instead, name the services, as in `s3:*`, and see in AWS's list that they are among those that take part.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services>
    RCP_SYNTAX_ERROR_ACTION = error;
    /// A resource control policy allows less than everything.
    ///
    /// Such policies deny. What AWS attaches to each organization allows everything, and no other `Allow` is saved.
    ///
    /// Instead, write a `Deny` of what is not to be.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html>
    RCP_SYNTAX_ERROR_ALLOW = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Rcp {
        return;
    }
    for statement in &document.statements {
        match statement.effect {
            Some(effect) if effect.text == Some("Allow") => allow(statement, &effect, report),
            Some(effect) if effect.text == Some("Deny") => deny(statement, report),
            _ => {}
        }
    }
}

/// What AWS attaches to every organization says no more than `*`.
fn allow(statement: &Statement<'_>, effect: &Leaf<'_>, report: &mut Report) {
    let on_everything = statement.resources.iter().all(|element| {
        element.name == "Resource" && element.items.iter().all(|item| is_star_or_unknown(item))
    });
    let all_actions = statement.action().is_none_or(|element| {
        let mut items = element.items.iter();
        items.all(is_star_or_unknown)
    });
    if on_everything && all_actions && statement.conditions.is_empty() {
        return;
    }
    let message = Message::new(
        Code::RCP_SYNTAX_ERROR_ALLOW,
        "a resource control policy cannot allow less than everything",
    );
    report.add_at(
        effect,
        message.with_help(
            "write `\"Effect\": \"Deny\"` with what is not to be, and turn the conditions round",
        ),
    );
}

fn deny(statement: &Statement<'_>, report: &mut Report) {
    let Some(action) = statement.action() else {
        return;
    };
    for (item, text) in action.known().filter(|(_, text)| *text == "*") {
        let message = Message::new(
            Code::RCP_SYNTAX_ERROR_ACTION,
            format!("a resource control policy cannot deny `{text}`"),
        );
        report.add_at(
            item,
            message.with_help("name the services, such as `s3:*` and `sqs:*`"),
        );
    }
}

fn is_star_or_unknown(item: &Leaf<'_>) -> bool {
    item.text.is_none_or(|text| text == "*")
}
