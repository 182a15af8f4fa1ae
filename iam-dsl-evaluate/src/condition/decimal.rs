//! Numbers of any size, exactly.

use std::cmp::Ordering;

/// A decimal number. Digits are kept as they are: account ids and sizes must not be rounded.
#[derive(Debug)]
pub(super) struct Decimal {
    is_negative: bool,
    /// How many digits stand before the point, or below zero: how many zeros after it.
    magnitude: i64,
    /// Digits without zeros at either end; none for zero.
    digits: Vec<u8>,
}

impl Decimal {
    /// Reads digits with a sign, a fraction and an exponent, each of which may lack.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
        let (number, exponent) = match unsigned.split_once(['e', 'E']) {
            None => (unsigned, 0),
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut digits = Vec::with_capacity(number.len());
        digits.extend_from_slice(whole.as_bytes());
        digits.extend_from_slice(fraction.as_bytes());
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        digits.drain(..zeros);
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let before_point = i64::try_from(whole.len()).ok()? - i64::try_from(zeros).ok()?;
        Some(Self {
            is_negative: text.starts_with('-') && !digits.is_empty(),
            magnitude: before_point + i64::from(exponent),
            digits,
        })
    }

    pub(super) fn compare(&self, other: &Self) -> Ordering {
        match (self.is_negative, other.is_negative) {
            (false, false) => self.compare_sizes(other),
            (true, true) => other.compare_sizes(self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }

    fn compare_sizes(&self, other: &Self) -> Ordering {
        match (self.digits.is_empty(), other.digits.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => self
                .magnitude
                .cmp(&other.magnitude)
                .then_with(|| self.digits.cmp(&other.digits)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap_or_else(|| panic!("`{text}` is a number"))
    }

    #[test]
    fn one_number_has_many_spellings() {
        for (left, right) in [
            ("1", "1.0"),
            ("1", "1e0"),
            ("1", "+1"),
            ("1", "001"),
            ("1", "0.01e2"),
            ("1", "100E-2"),
            ("0", "-0"),
            ("0", "0.000"),
            ("0", "0e99"),
            (".5", "0.50"),
            ("5.", "5"),
            ("-3", "-3.00"),
            ("1e30", "1000000000000000000000000000000"),
        ] {
            assert_eq!(
                decimal(left).compare(&decimal(right)),
                Ordering::Equal,
                "{left} {right}"
            );
        }
    }

    #[test]
    fn greater_is_greater_however_large_and_close() {
        for (less, greater) in [
            ("9", "10"),
            ("-10", "-9"),
            ("-1", "0"),
            ("0", "1e-400"),
            ("0.1", "0.11"),
            ("0.09", "0.1"),
            ("1e400", "1e401"),
            ("9007199254740992", "9007199254740993"),
            (
                "340282366920938463463374607431768211456",
                "340282366920938463463374607431768211457",
            ),
            ("-1e2147483647", "1e-2147483648"),
        ] {
            assert_eq!(
                decimal(less).compare(&decimal(greater)),
                Ordering::Less,
                "{less} {greater}"
            );
            assert_eq!(
                decimal(greater).compare(&decimal(less)),
                Ordering::Greater,
                "{less} {greater}"
            );
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "",
            "-",
            "+",
            ".",
            "e5",
            "1e",
            "1e+",
            "1e99999999999",
            "abc",
            "1 ",
            " 1",
            "1_000",
            "1,5",
            "0x10",
            "NaN",
            "inf",
            "--1",
            "+-1",
            "1.2.3",
            "1e1.5",
            "١",
        ] {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn compares_as_integers_do(left: i64, right: i64, zeros in 0_usize..4) {
            let spelled = format!("{left}.{}", "0".repeat(zeros));
            prop_assert_eq!(decimal(&spelled).compare(&decimal(&right.to_string())), left.cmp(&right));
        }

        #[test]
        fn compares_as_fractions_do(left in -9999_i32..9999, right in -9999_i32..9999) {
            let spelled = |number: i32| decimal(&format!("{number}e-2"));
            let written = |number: i32| {
                let sign = if number < 0 { "-" } else { "" };
                let number = number.unsigned_abs();
                decimal(&format!("{sign}{}.{:02}", number / 100, number % 100))
            };
            prop_assert_eq!(spelled(left).compare(&written(right)), left.cmp(&right));
        }
    }
}
