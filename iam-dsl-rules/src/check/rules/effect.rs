//! Every statement has an effect, `Allow` or `Deny`.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// The effect is neither `Allow` nor `Deny`.
    ///
    /// IAM knows no other, and takes these in this spelling only.
    ///
    /// Instead, write `Allow` or `Deny`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html>
    INVALID_EFFECT = error;
    /// A statement has no effect.
    ///
    /// IAM does not guess whether it allows or denies, and does not save the policy.
    ///
    /// Instead, add `"Effect": "Allow"` or `"Effect": "Deny"`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html>
    MISSING_EFFECT = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        let Some(effect) = &statement.effect else {
            report.add(
                statement.place,
                statement.span,
                Message::new(Code::MISSING_EFFECT, "the statement has no `Effect`")
                    .with_help("add `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`"),
            );
            continue;
        };
        let Some(text) = effect.text else { continue };
        if matches!(text, "Allow" | "Deny") {
            continue;
        }
        let message = Message::new(Code::INVALID_EFFECT, format!("unknown effect `{text}`"));
        let known = ["Allow", "Deny"]
            .into_iter()
            .find(|known| known.eq_ignore_ascii_case(text));
        report.add_at(
            effect,
            match known {
                Some(known) => message.with_suggestion(Some(known)),
                None => message.with_help("an effect is `Allow` or `Deny`"),
            },
        );
    }
}
