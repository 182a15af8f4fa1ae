//! `IpAddress`.

use std::net::IpAddr;

use iam_dsl_core::ConditionValue;

/// Address ranges to be in.
#[derive(Debug)]
pub(super) struct Ranges(Vec<Range>);

/// An address and how many of its bits count. The families stay apart, also for IPv4 addresses
/// that are written as IPv6 ones.
#[derive(Debug)]
struct Range {
    address: IpAddr,
    prefix: u32,
}

impl Ranges {
    pub(super) fn compile(values: &[&ConditionValue]) -> Self {
        let mut ranges = Vec::with_capacity(values.len());
        for value in values {
            ranges.extend(Range::parse(&value.to_text()));
        }
        Self(ranges)
    }

    pub(super) fn match_text(&self, value: &str) -> bool {
        let Ok(address) = value.parse() else {
            return false;
        };
        self.0.iter().any(|range| range.contains(address))
    }
}

impl Range {
    /// Reads an address with or without a prefix length; without one it is that address alone.
    fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            None => (text, None),
            Some((address, prefix)) => (address, Some(prefix)),
        };
        let address: IpAddr = address.parse().ok()?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            None => longest,
            Some(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => text.parse().ok()?,
            Some(_) => return None,
        };
        (prefix <= longest).then_some(Self { address, prefix })
    }

    /// Bits beyond the prefix do not count, whether or not the policy sets them.
    fn contains(&self, address: IpAddr) -> bool {
        let differing = match (self.address, address) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                u128::from(network.to_bits() ^ address.to_bits()).checked_shr(32 - self.prefix)
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                (network.to_bits() ^ address.to_bits()).checked_shr(128 - self.prefix)
            }
            _ => return false,
        };
        // Shifted by all its bits, nothing is left to differ.
        differing.unwrap_or(0) == 0
    }
}
