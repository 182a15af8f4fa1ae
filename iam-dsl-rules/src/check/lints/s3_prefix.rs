//! Which prefixes of a bucket may be listed is said by those that may, not by those that may not.
//!
//! AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html>

use super::comparison::Comparison;
use crate::OperatorFamily;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// Listing a bucket is to be kept from some prefixes.
    ///
    /// Whoever lists a bucket chooses the prefix. Of `private/` a listing of `priv` shows everything, too, and `priv` is not
    /// what is denied.
    ///
    /// Instead, allow with `StringLike` the prefixes that may be listed, or deny with `StringNotLike` all but these.
    ///
    /// AWS: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html>
    S3_PREFIX_IN_NEGATIVE_CONTEXT = security_warning;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for statement in &document.statements {
        let (allows, denies) = (statement.allows(), statement.denies());
        if statement.conditions.is_empty() || !allows && !denies {
            continue;
        }
        for comparison in Comparison::all(statement).into_iter().flatten() {
            let base = comparison.operator.base();
            if base.family() != OperatorFamily::String
                || base.is_negated() != allows
                || !comparison.is_of("s3:prefix")
                || names_no_prefix(&comparison)
            {
                continue;
            }
            let done = if allows {
                "allowing all prefixes but some"
            } else {
                "denying some prefixes"
            };
            let message = Message::new(
                Code::S3_PREFIX_IN_NEGATIVE_CONTEXT,
                format!("{done} keeps nobody from listing them with a shorter prefix"),
            );
            let help = "allow with `StringLike` the prefixes that may be listed, or deny with `StringNotLike` all but these";
            report.add_at(comparison.key, message.with_help(help));
        }
    }
}

/// Of an empty prefix, which is the whole bucket, there is none that is shorter.
fn names_no_prefix(comparison: &Comparison<'_, '_>) -> bool {
    comparison.asks("")
}
