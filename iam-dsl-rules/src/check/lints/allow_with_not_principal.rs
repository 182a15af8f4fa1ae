//! Nobody is let in by not being named.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// An `Allow` says with `NotPrincipal` whom it is not about.
    ///
    /// It lets in everybody else: other accounts as well, and callers without any credentials.
    ///
    /// Instead, name in `Principal` who is let in.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html>
    ALLOW_WITH_NOT_PRINCIPAL = security_warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in document.statements.iter().filter(|of| of.allows()) {
        for principal in &statement.principals {
            if principal.name == "NotPrincipal" {
                let message = Message::new(
                    Code::ALLOW_WITH_NOT_PRINCIPAL,
                    "an `Allow` with `NotPrincipal` lets in everyone else, also without credentials",
                );
                report.add(
                    principal.place,
                    principal.key_span,
                    message.with_help("name in `Principal` who is meant"),
                );
            }
        }
    }
}
