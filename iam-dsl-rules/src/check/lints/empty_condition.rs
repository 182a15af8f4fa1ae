//! A condition says something.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// `Condition` is an empty object.
    ///
    /// It asks for nothing, so that the statement holds of all requests, although it looks as if it were limited.
    ///
    /// Instead, leave it out, or say what is asked for.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html>
    EMPTY_OBJECT_CONDITION = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        let has_keys = statement
            .conditions
            .iter()
            .any(|condition| !condition.keys.is_empty());
        if let (Some((place, span)), false) = (statement.condition, has_keys) {
            let message = Message::new(Code::EMPTY_OBJECT_CONDITION, "the `Condition` is empty")
                .with_help("leave it out: the statement holds of all requests");
            report.add(place, span, message);
        }
    }
}
