//! Every resource is an ARN that can exist, or `*`.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>

use crate::check::Code;
use crate::check::names::arn;
use crate::check::report::Report;
use crate::check::view::Document;

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        for (item, text) in statement
            .resources
            .iter()
            .flat_map(super::super::view::Element::known)
        {
            if text == "*" {
                continue;
            }
            match arn(text) {
                Ok(_) => {}
                // Variables have a rule of their own.
                Err(message) if is_about_variables(message.code()) => {}
                // Access Analyzer lets resource parts pass that fit no format, so that this is no
                // error of its kind: the statement does nothing there.
                Err(message) if message.code() == Code::INVALID_ARN_RESOURCE => {
                    report.add_at(
                        item,
                        message.with_code(Code::UNSUPPORTED_RESOURCE_FOR_ACTION),
                    );
                }
                Err(message) => report.add_at(item, message),
            }
        }
    }
}

fn is_about_variables(code: Code) -> bool {
    [
        Code::MISSING_BRACE_IN_VARIABLE,
        Code::EMPTY_VARIABLE,
        Code::UNSUPPORTED_SPACE_IN_VARIABLE,
    ]
    .contains(&code)
}
