//! Principals are named by their ARN: an id stands for who was deleted.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids>

use crate::check::report::Report;
use crate::check::view::{Document, PrincipalValue};
use crate::check::{Code, Message};

codes! {
    /// A role as principal by its id.
    INVALID_ROLE_REFERENCE = warning;
    /// A user as principal by their id.
    INVALID_USER_REFERENCE = warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for principal in document
        .statements
        .iter()
        .flat_map(|statement| &statement.principals)
    {
        let PrincipalValue::Map(types) = &principal.value else {
            continue;
        };
        for value in types.iter().flat_map(|(_, values)| values) {
            let Some(text) = value.text else { continue };
            let (code, what) = if text.starts_with("AROA") {
                (Code::INVALID_ROLE_REFERENCE, "role")
            } else if text.starts_with("AIDA") {
                (Code::INVALID_USER_REFERENCE, "user")
            } else {
                continue;
            };
            let message = Message::new(
                code,
                format!("`{text}` is the id of a {what}, which may be gone"),
            );
            report.add_at(
                value,
                message.with_help(format!("write the ARN of the {what}")),
            );
        }
    }
}
