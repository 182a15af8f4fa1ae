//! Access does not depend on what callers say of themselves, and can say as they like.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer>

use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};

codes! {
    /// Access depends on a header that the caller writes.
    ///
    /// `aws:Referer` and `aws:UserAgent` hold what the caller sends, and everybody can send what the policy asks for.
    ///
    /// Instead, ask for what AWS finds out itself, such as `aws:PrincipalArn`, `aws:SourceArn` or `aws:SourceVpce`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer>
    UNTRUSTWORTHY_CONDITION_KEY = security_warning;
}

/// Keys that hold a header of the request.
///
/// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-useragent>
const HEADERS: &[&str] = &["aws:referer", "aws:UserAgent"];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for (key, _) in document.conditions().flat_map(|one| &one.keys) {
        let is_header = |name: &&str| HEADERS.iter().any(|known| known.eq_ignore_ascii_case(name));
        let Some(name) = key.text.filter(is_header) else {
            continue;
        };
        let message = Message::new(
            Code::UNTRUSTWORTHY_CONDITION_KEY,
            format!("callers send what they like as `{name}`"),
        );
        let help = "depend on what AWS finds out, such as `aws:PrincipalArn` or `aws:SourceArn`";
        report.add_at(key, message.with_help(help));
    }
}
