//! Private addresses are compared with `aws:VpcSourceIp`, and only public ones with `aws:SourceIp`.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip>

use crate::check::names::{is_private, range};
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// `aws:SourceIp` is compared with private addresses, among others.
    ///
    /// AWS sees the public address from which a request comes, which is never private. The private ones do nothing.
    ///
    /// Instead, leave them out, or compare them with `aws:VpcSourceIp` in a statement of its own.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip>
    PRIVATE_IP_ADDRESS_SUBSET = suggestion;
    /// `NotIpAddress` spares private addresses, among others.
    ///
    /// AWS sees the public address from which a request comes, which is never private. The private ones do nothing.
    ///
    /// Instead, leave them out, or compare them with `aws:VpcSourceIp` in a statement of its own.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip>
    PRIVATE_NOT_IP_ADDRESS_SUBSET = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
            continue;
        };
        let code = match operator.base() {
            BaseOperator::IpAddress => Code::PRIVATE_IP_ADDRESS_SUBSET,
            BaseOperator::NotIpAddress => Code::PRIVATE_NOT_IP_ADDRESS_SUBSET,
            _ => continue,
        };
        for (key, values) in &condition.keys {
            let is_source = |name: &&str| name.eq_ignore_ascii_case("aws:SourceIp");
            let Some(name) = key.text.filter(is_source) else {
                continue;
            };
            let texts = || {
                let known = values
                    .iter()
                    .filter_map(|value| Some((value, value.scalar.text()?)));
                known.filter(|(_, text)| range(text).is_some())
            };
            // Of private addresses alone the rule speaks.
            if texts().all(|(_, text)| is_private(text)) {
                continue;
            }
            for (value, text) in texts().filter(|(_, text)| is_private(text)) {
                let message = Message::new(
                    code,
                    format!("`{text}` is private, which `{name}` never is"),
                );
                let help = "leave it out, or compare it with `aws:VpcSourceIp`";
                report.add(value.place, value.span, message.with_help(help));
            }
        }
    }
}
