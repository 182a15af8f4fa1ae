//! Only roles trust identity providers: elsewhere the principal is the role that somebody assumed.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html>

use crate::PolicyKind;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// An identity provider as principal of a resource's policy.
    FEDERATED_PRINCIPAL_NOT_SUPPORTED = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    if document.kind != PolicyKind::Resource {
        return;
    }
    for statement in &document.statements {
        for provider in statement.principals_of("Federated") {
            let Some(text) = provider.text else { continue };
            let message = Message::new(
                Code::FEDERATED_PRINCIPAL_NOT_SUPPORTED,
                format!("`{text}` is trusted by roles, not by resources"),
            );
            report.add_at(
                provider,
                message.with_help("name the role that its users assume, as `{\"AWS\": ..}`"),
            );
        }
    }
}
