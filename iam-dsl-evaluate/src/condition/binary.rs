//! `BinaryEquals`.

use iam_dsl_core::ConditionValue;

/// Bytes to be equal to, written in Base64.
#[derive(Debug)]
pub(super) struct Binaries(Vec<String>);

impl Binaries {
    pub(super) fn compile(values: &[&ConditionValue]) -> Self {
        let mut binaries = Vec::with_capacity(values.len());
        for value in values {
            binaries.extend(digits(&value.to_text()).map(str::to_owned));
        }
        Self(binaries)
    }

    /// Compares Base64 with Base64: well formed, equal bytes have equal digits.
    pub(super) fn match_text(&self, value: &str) -> bool {
        let Some(value) = digits(value) else {
            return false;
        };
        self.0.iter().any(|binary| binary == value)
    }
}

/// The digits of well-formed Base64, which may lack its padding. Bits beyond the last byte must
/// be zero.
fn digits(text: &str) -> Option<&str> {
    let digits = text.trim_end_matches('=');
    if text.len() != digits.len()
        && (!text.len().is_multiple_of(4) || text.len() > digits.len() + 2)
    {
        return None;
    }
    let mut last = 0;
    for byte in digits.bytes() {
        last = sextet(byte)?;
    }
    let stray_bits = match digits.len() % 4 {
        0 => 0,
        2 => 0b1111,
        3 => 0b11,
        _ => return None,
    };
    (last & stray_bits == 0).then_some(digits)
}

/// The six bits of a digit.
const fn sextet(digit: u8) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}
