//! Dates in every form that is accepted.

use iam_dsl_core::check;
use proptest::prelude::*;

use super::instant;

#[test]
fn one_instant_has_many_spellings() {
    for (left, right) in [
        ("2024-01-01T00:00:00Z", "1704067200"),
        ("2024", "2024-01-01T00:00Z"),
        ("2024-02", "2024-02-01T00:00:00Z"),
        ("2024-02-29", "2024-02-29T00:00:00.000Z"),
        ("2024-01-01T01:00:00+01:00", "2024-01-01T00:00:00Z"),
        ("2023-12-31T18:30:00-05:30", "2024-01-01T00:00:00Z"),
        ("2024-01-01T05:30:00+0530", "2024-01-01T00:00:00Z"),
        ("2024-01-01T00:00:00-00", "2024-01-01t00:00:00z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("1970-01-01", "0"),
        ("1970-01-01", "-0"),
        ("1969-12-31T23:59:59Z", "-1"),
        ("1969-12-31T23:59:58.5Z", "-1.5"),
        ("1704067200.25", "2024-01-01T00:00:00.250Z"),
        ("2000-03-01", "951868800"),
        ("1900-03-01", "-2203891200"),
        ("0000-01-01", "-62167219200"),
        ("9999-12-31T23:59:59Z", "253402300799"),
    ] {
        assert!(instant(left).is_some(), "{left}");
        assert_eq!(instant(left), instant(right), "{left} {right}");
    }
}

#[test]
fn later_is_later() {
    for (before, after) in [
        ("2023-12-31T23:59:59.999999999Z", "2024"),
        ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00.000000001Z"),
        ("2024-01-01T00:00:00+00:01", "2024-01-01T00:00:00Z"),
        ("2024", "2025"),
        ("20250", "2025"),
        ("-1", "0"),
        ("-1.5", "-1.25"),
        ("999999999999999998", "999999999999999999"),
        ("-292275054", "1961"),
    ] {
        assert!(instant(before) < instant(after), "{before} {after}");
        assert!(instant(before).is_some(), "{before}");
    }
}

#[test]
fn what_is_no_date() {
    for text in [
        "",
        "-",
        "+5",
        "tomorrow",
        "2025-02-29",
        "1900-02-29",
        "2026-13",
        "2026-00-01",
        "2026-1-1",
        "2026-11-23T09:30:00",
        "2026-11-23T09Z",
        "2026-11T09:30Z",
        "2026T09:30Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T09:60Z",
        "2026-11-23T09:30:61Z",
        "2026-11-23T09:30:00.Z",
        "2026-11-23T09:30:00.123456789xZ",
        "2026-11-23T09:30:00+1",
        "2026-11-23T09:30:00+24:00",
        "2026-11-23T09:30:00Zulu",
        "2026-11-23 09:30:00Z",
        "23.11.2026",
        "1704067200.",
        "1e9",
        "1234567890123456789",
    ] {
        assert_eq!(instant(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn reads_what_the_checks_take(text in "(-?[0-9]{1,18}|[0-9]{4}(-[0-9]{2}(-[0-3][0-9](T[0-2][0-9]:[0-6][0-9](:[0-6][0-9](\\.[0-9]{1,12})?)?(Z|[+-][0-2][0-9](:?[0-6][0-9])?)?)?)?)?)") {
        prop_assert_eq!(instant(&text).is_some(), check::date(&text).is_ok());
    }

    #[test]
    fn reads_anything(text in "\\PC{0,30}") {
        let _ = instant(&text);
    }

    #[test]
    fn days_follow_each_other(day in 0_i128..3_652_059) {
        // From the first of January 0000 to the last of December 9999, counted the other way.
        let (year, month, of_month) = civil(day);
        let text = format!("{year:04}-{month:02}-{of_month:02}");
        let first = instant("0000").unwrap();
        prop_assert_eq!(instant(&text), Some(first + day * 86_400_000_000_000), "{}", text);
    }
}

/// The date so many days after the first of January 0000, by counting months.
fn civil(mut day: i128) -> (u32, u32, i128) {
    let (mut year, mut month) = (0_u32, 1);
    let cycles = day / 146_097;
    day -= cycles * 146_097;
    year += u32::try_from(cycles * 400).unwrap();
    loop {
        let is_leap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0;
        let length = match month {
            2 => 28 + i128::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if day < length {
            return (year, month, day + 1);
        }
        day -= length;
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
}
