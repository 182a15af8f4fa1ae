//! Actions are listed, and not all of a service allowed.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege>

use iam_dsl_catalog::Service;

use super::allowed;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// All actions of a service, on resources that are named or under a condition.
    ///
    /// That includes deleting these resources and changing who may use them, and each action that AWS adds to the service
    /// later.
    ///
    /// Instead, list the actions that are needed.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
    BOUNDED_SERVICE_WILDCARD = suggestion from Production, own;
    /// All actions of a service on every resource.
    ///
    /// Nearly every program needs a few of a service's actions, on a few resources. The others, such as deleting and sharing, only
    /// help somebody who has taken the program over; and each action that AWS adds to the service is allowed at once.
    ///
    /// Instead, list the actions that are needed, and name what they act on in `Resource`. `cargo iam expand 's3:*'` lists the
    /// actions of a service.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
    SERVICE_WILDCARD = security_warning from Development, own;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if !allowed::gives(document.kind) {
        return;
    }
    for statement in document.statements.iter().filter(|of| of.allows()) {
        let Some(element) = statement.action() else {
            continue;
        };
        for (item, text) in element.known() {
            let Some(service) = whole_service(text) else {
                continue;
            };
            let (code, on) = if allowed::is_on_everything(statement, service.prefix()) {
                (Code::SERVICE_WILDCARD, "every resource")
            } else {
                (
                    Code::BOUNDED_SERVICE_WILDCARD,
                    "what the statement is about",
                )
            };
            let actions = service.actions().filter(|action| !action.is_deprecated());
            let message = format!(
                "`{text}` allows all {} actions of the service on {on}, and those that AWS adds later",
                actions.count()
            );
            let help = format!(
                "list the actions that are needed: `cargo iam expand '{text}'` shows which there are"
            );
            report.add_at(item, Message::new(code, message).with_help(help));
        }
    }
}

/// Returns the service of a pattern that covers all of its actions, such as `s3:*`.
fn whole_service(pattern: &str) -> Option<Service> {
    let (prefix, name) = pattern.split_once(':')?;
    let is_whole = !name.is_empty() && name.bytes().all(|byte| byte == b'*');
    is_whole.then(|| Service::find(prefix)).flatten()
}
