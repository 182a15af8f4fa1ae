//! A Sid says something.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// A Sid is an empty string.
    ///
    /// It names nothing. It is often left over from a form that was not filled in.
    ///
    /// Instead, write a name that says what the statement is for, or leave the element out.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html>
    EMPTY_SID_VALUE = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for sid in document
        .statements
        .iter()
        .filter_map(|statement| statement.sid.as_ref())
    {
        if sid.text == Some("") {
            let message = Message::new(Code::EMPTY_SID_VALUE, "the `Sid` is empty");
            report.add_at(
                sid,
                message.with_help("name the statement, or leave the `Sid` out"),
            );
        }
    }
}
