//! An action names its service in full.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// An action, or the ARN of an allowed resource, has a wildcard in the name of its service.
    ///
    /// It is about every service of which the name fits, and of those that AWS adds as well.
    ///
    /// Instead, name each service.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
    WILDCARD_IN_SERVICE_NAME = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let elements = document
        .statements
        .iter()
        .flat_map(|statement| &statement.actions);
    for (item, text) in elements.flat_map(super::super::view::Element::known) {
        let Some((service, _)) = text.split_once(':') else {
            continue;
        };
        if service.contains(['*', '?']) {
            let message = Message::new(
                Code::WILDCARD_IN_SERVICE_NAME,
                format!(
                    "`{text}` is of every service that `{service}` matches, and of those to come"
                ),
            );
            report.add_at(item, message.with_help("name the service"));
        }
    }
}
