//! A range of addresses is written with its first address, since AWS ignores what comes after the prefix.
//!
//! AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress>

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::check::names::range;
use crate::check::report::Report;
use crate::check::view::Document;
use crate::check::{Code, Message};
use crate::{ConditionOperator, OperatorFamily};

codes! {
    /// A range of addresses does not begin at the address that is written.
    ///
    /// AWS counts only as many bits of the address as the number behind the slash says, and ignores the rest:
    /// `203.0.113.77/24` is all of `203.0.113.0` to `203.0.113.255`, which is more than it looks.
    ///
    /// Instead, write the first address of the range, which the message names, or a longer prefix.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress>
    IMPROVE_IP_RANGE = suggestion;
}

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for condition in document.conditions() {
        let operator = condition.operator.text.map(ConditionOperator::from);
        if operator.is_none_or(|operator| operator.base().family() != OperatorFamily::IpAddress) {
            continue;
        }
        for value in condition.keys.iter().flat_map(|(_, values)| values) {
            let Some(text) = value.scalar.text() else {
                continue;
            };
            let Some((address, length)) = range(text) else {
                continue;
            };
            let first = first_of(address, length);
            if first != address {
                let message = Message::new(
                    Code::IMPROVE_IP_RANGE,
                    format!("only the first {length} bits of `{text}` count"),
                );
                let help = format!("write `{first}/{length}`");
                report.add(value.place, value.span, message.with_help(help));
            }
        }
    }
}

fn first_of(address: IpAddr, length: u8) -> IpAddr {
    match address {
        IpAddr::V4(address) => {
            let rest = u32::MAX.checked_shr(length.into()).unwrap_or(0);
            Ipv4Addr::from_bits(address.to_bits() & !rest).into()
        }
        IpAddr::V6(address) => {
            let rest = u128::MAX.checked_shr(length.into()).unwrap_or(0);
            Ipv6Addr::from_bits(address.to_bits() & !rest).into()
        }
    }
}
