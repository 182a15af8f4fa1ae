//! Address ranges.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::check::{Code, Message};

codes! {
    /// An address is compared with something that is no range of addresses.
    ///
    /// IAM does not save the policy.
    ///
    /// Instead, write an address or a range in CIDR form, as in `203.0.113.0/24` or `2001:db8::/32`.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress>
    TYPE_MISMATCH_IP_RANGE = error;
}

/// Checks an IPv4 or IPv6 address, with or without a prefix length, as [IP address operators] take it.
///
/// Host bits may be set: AWS ignores them.
///
/// [IP address operators]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
///
/// # Errors
///
/// When the address is malformed or the prefix too long.
///
/// ```
/// use iam_dsl_rules::check::cidr;
///
/// assert!(cidr("10.0.0.0/8").is_ok());
/// assert!(cidr("2001:db8::/32").is_ok());
/// assert_eq!(
///     cidr("10.0.0.0/33").unwrap_err().text(),
///     "`10.0.0.0/33` is not an IP address range",
/// );
/// ```
pub fn cidr(text: &str) -> Result<(), Message> {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address, Some(length)),
        None => (text, None),
    };
    let longest = if address.parse::<Ipv4Addr>().is_ok() {
        32
    } else if address.parse::<Ipv6Addr>().is_ok() {
        128
    } else {
        return Err(malformed(text)
            .with_help("an address range looks like `203.0.113.0/24` or `2001:db8::/32`"));
    };
    match length {
        Some(length) if !is_prefix_length(length, longest) => {
            Err(malformed(text).with_help(format!("the number after the slash is 0 to {longest}")))
        }
        _ => Ok(()),
    }
}

/// Takes a range apart into an address and the length of its prefix.
pub(crate) fn range(text: &str) -> Option<(IpAddr, u8)> {
    let (address, length) = match text.split_once('/') {
        Some((address, length)) => (address, Some(length)),
        None => (text, None),
    };
    let address: IpAddr = address.parse().ok()?;
    let longest = if address.is_ipv4() { 32 } else { 128 };
    let length = match length {
        Some(length) if is_prefix_length(length, longest) => length.parse().ok()?,
        Some(_) => return None,
        None => longest,
    };
    Some((address, length))
}

/// Tells whether all addresses of a range are private: [RFC 1918] and, of IPv6, [RFC 4193].
///
/// [RFC 1918]: https://www.rfc-editor.org/rfc/rfc1918
/// [RFC 4193]: https://www.rfc-editor.org/rfc/rfc4193
pub(crate) fn is_private(text: &str) -> bool {
    match range(text) {
        Some((IpAddr::V4(address), length)) => {
            let all_of = match address.octets() {
                [10, ..] => 8,
                [172, ..] => 12,
                _ => 16,
            };
            address.is_private() && length >= all_of
        }
        Some((IpAddr::V6(address), length)) => address.is_unique_local() && length >= 7,
        None => false,
    }
}

fn is_prefix_length(text: &str, longest: u8) -> bool {
    let digits = (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    digits && text.parse::<u8>().is_ok_and(|length| length <= longest)
}

fn malformed(text: &str) -> Message {
    Message::new(
        Code::TYPE_MISMATCH_IP_RANGE,
        format!("`{text}` is not an IP address range"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_single_addresses_pass() {
        for text in [
            "0.0.0.0/0",
            "192.0.2.1",
            "192.0.2.1/24",
            "::1",
            "::/0",
            "2001:db8::/128",
        ] {
            assert!(cidr(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_range_is_private_when_all_of_it_is() {
        for text in [
            "10.0.0.0/8",
            "10.1.2.3",
            "172.16.0.0/12",
            "172.31.255.0/24",
            "192.168.0.0/16",
            "fc00::/7",
            "fd12:3456::1",
        ] {
            assert!(is_private(text), "{text}");
        }
        for text in [
            "10.0.0.0/7",
            "172.16.0.0/11",
            "172.32.0.0/16",
            "192.168.0.0/15",
            "203.0.113.0/24",
            "fc00::/6",
            "2001:db8::/32",
            "0.0.0.0/0",
            "10.0.0.0/33",
            "ten",
        ] {
            assert!(!is_private(text), "{text}");
        }
    }

    #[test]
    fn malformed_ranges_fail() {
        for text in [
            "",
            "10.0.0/8",
            "10.0.0.256",
            "10.0.0.0/",
            "10.0.0.0/+8",
            "::/129",
            "x/8",
            "10.0.0.0/8/8",
        ] {
            assert!(cidr(text).is_err(), "{text}");
        }
    }
}
