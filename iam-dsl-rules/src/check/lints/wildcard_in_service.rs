//! An action and an ARN name their service in full.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-suggestion-wildcard-in-service-name>

use crate::check::report::Report;
use crate::check::view::{Document, Element, Leaf};
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
    for statement in &document.statements {
        for (item, text) in statement.actions.iter().flat_map(Element::known) {
            if let Some((service, _)) = text.split_once(':') {
                one_service(item, text, service, report);
            }
        }
        // What is to come may well be denied.
        if statement.allows() {
            for (item, text) in statement.resources.iter().flat_map(Element::known) {
                if let Some(service) = service_of_arn(text) {
                    one_service(item, text, service, report);
                }
            }
        }
    }
}

fn one_service(item: &Leaf<'_>, text: &str, service: &str, report: &mut Report) {
    if !service.contains(['*', '?']) {
        return;
    }
    let message = Message::new(
        Code::WILDCARD_IN_SERVICE_NAME,
        format!("`{text}` is of every service that `{service}` matches, and of those to come"),
    );
    report.add_at(item, message.with_help("name the service"));
}

/// Returns the third field, if more follow: `arn:aws:*` stands for everything.
fn service_of_arn(arn: &str) -> Option<&str> {
    let mut fields = arn.splitn(4, ':').skip(2);
    let service = fields.next()?;
    fields.next().map(|_| service)
}
