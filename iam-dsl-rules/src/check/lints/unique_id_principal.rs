//! Principals are named by their ARN: an id stands for who was deleted.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids>

use crate::check::report::Report;
use crate::check::view::{Document, PrincipalValue};
use crate::check::{Code, Message};

codes! {
    /// A role is named as principal by its id.
    ///
    /// IAM puts the id in the place of a role's ARN when the role is deleted. A new role of the same name has another
    /// id, so that the statement lets in nobody, and readers cannot see who was meant.
    ///
    /// Instead, write the role's ARN, or leave out one that is gone.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids>
    INVALID_ROLE_REFERENCE = warning;
    /// A user is named as principal by their id.
    ///
    /// IAM puts the id in the place of a user's ARN when the user is deleted. A new user of the same name has another
    /// id, so that the statement lets in nobody, and readers cannot see who was meant.
    ///
    /// Instead, write the user's ARN, or leave out one that is gone.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids>
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
