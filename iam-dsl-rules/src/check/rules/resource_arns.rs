//! Every resource is an ARN that can exist, or `*`.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>

use crate::PolicyKind;
use crate::check::Code;
use crate::check::names::{arn, has_variable};
use crate::check::report::Report;
use crate::check::view::{Document, Leaf};

codes! {}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let is_on_resource = matches!(
        document.kind,
        PolicyKind::Resource | PolicyKind::VpcEndpoint
    );
    for statement in &document.statements {
        for element in &statement.resources {
            for (item, text) in element.known() {
                if text != "*" && !(is_on_resource && is_own_api(text)) {
                    one_arn(item, text, report);
                }
            }
        }
    }
}

fn one_arn(item: &Leaf<'_>, text: &str, report: &mut Report) {
    match arn(text) {
        Ok(_) => {}
        // Variables have a rule of their own.
        Err(message) if is_about_variables(message.code()) => {}
        // Access Analyzer lets patterns pass whose resource part fits no format, so that this is no
        // error of its kind: the statement does nothing there.
        Err(message) if message.code() == Code::INVALID_ARN_RESOURCE && is_pattern(text) => {
            report.add_at(
                item,
                message.with_code(Code::UNSUPPORTED_RESOURCE_FOR_ACTION),
            );
        }
        Err(message) => report.add_at(item, message),
    }
}

/// Tells whether a text is API Gateway's [short form] of an ARN, which stands for the API that the
/// policy is attached to.
///
/// [short form]: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
fn is_own_api(text: &str) -> bool {
    text.starts_with("execute-api:/")
}

/// Tells whether a text stands for more than itself.
fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?']) || has_variable(text)
}

fn is_about_variables(code: Code) -> bool {
    [
        Code::MISSING_BRACE_IN_VARIABLE,
        Code::EMPTY_VARIABLE,
        Code::UNSUPPORTED_SPACE_IN_VARIABLE,
    ]
    .contains(&code)
}
