//! Every action exists, and every pattern matches one that does.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>

use crate::PolicyKind;
use crate::check::Code;
use crate::check::names::{has_variable, known_pattern};
use crate::check::report::Report;
use crate::check::view::Document;

codes! {
    /// A wildcard in the service prefix of an action, in a service control policy.
    ///
    /// AWS Organizations refuses to save the policy. Since September 2025 wildcards may stand anywhere in the name of an
    /// action, but still not before the colon.
    ///
    /// Instead, name each service with its own pattern, or write `*` for all actions of all services.
    ///
    /// AWS: <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html#scp-syntax-action>
    SCP_SYNTAX_ERROR_ACTION_WILDCARD = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        for element in &statement.actions {
            for (item, text) in element.known() {
                // Variables have a rule of their own.
                if has_variable(text) {
                    continue;
                }
                if let Err(message) = known_pattern(text) {
                    let is_of_scp = document.kind == PolicyKind::Scp && has_open_prefix(text);
                    report.add_at(
                        item,
                        if is_of_scp {
                            message.with_code(Code::SCP_SYNTAX_ERROR_ACTION_WILDCARD)
                        } else {
                            message
                        },
                    );
                }
            }
        }
    }
}

fn has_open_prefix(text: &str) -> bool {
    text.split_once(':')
        .is_some_and(|(prefix, _)| prefix.contains(['*', '?']))
}
