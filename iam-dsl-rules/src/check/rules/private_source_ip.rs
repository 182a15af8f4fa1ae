//! `aws:SourceIp` is compared with public addresses: requests come from no others.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip>

use crate::check::names::is_private;
use crate::check::report::Report;
use crate::check::view::{ConditionValue, Document};
use crate::check::{Code, Message};
use crate::{BaseOperator, ConditionOperator};

codes! {
    /// `aws:SourceIp` is compared with private addresses only.
    ///
    /// AWS sees the public address from which a request comes, which is never private. The condition never holds: an
    /// `Allow` allows nothing.
    ///
    /// Instead, write the public addresses of your network, or compare `aws:VpcSourceIp` for requests through a VPC
    /// endpoint.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip>
    PRIVATE_IP_ADDRESS = error;
    /// `NotIpAddress` spares private addresses only.
    ///
    /// AWS sees the public address from which a request comes, which is never private. The condition always holds: a
    /// `Deny` spares nobody.
    ///
    /// Instead, write the public addresses of your network, or compare `aws:VpcSourceIp` for requests through a VPC
    /// endpoint.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip>
    PRIVATE_NOT_IP_ADDRESS = error;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let Some(operator) = condition.operator.text.map(ConditionOperator::from) else {
            continue;
        };
        let (code, holds) = match operator.base() {
            BaseOperator::IpAddress => (Code::PRIVATE_IP_ADDRESS, "none"),
            BaseOperator::NotIpAddress => (Code::PRIVATE_NOT_IP_ADDRESS, "all"),
            _ => continue,
        };
        for (key, values) in &condition.keys {
            let is_source = |name: &&str| name.eq_ignore_ascii_case("aws:SourceIp");
            let Some(name) = key.text.filter(is_source) else {
                continue;
            };
            if values.is_empty() || !values.iter().all(is_private_value) {
                continue;
            }
            let text = format!("`{name}` is never private, so that the condition holds of {holds}");
            let help = "name public addresses, or compare private ones with `aws:VpcSourceIp`";
            report.add_at(key, Message::new(code, text).with_help(help));
        }
    }
}

fn is_private_value(value: &ConditionValue<'_>) -> bool {
    value.scalar.text().is_some_and(is_private)
}
