//! Dates, as condition values write them.

use crate::check::{Code, Message};

codes! {
    /// A date is compared with something that is no date.
    ///
    /// IAM cannot read it, so that the condition never holds, or always where it is negated.
    ///
    /// Instead, write `2026-12-31`, or `2026-12-31T23:59:59Z` with a time.
    ///
    /// AWS: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date>
    TYPE_MISMATCH_DATE = certain_warning;
}

/// Checks a date as [date operators] take it: ISO 8601 or seconds since 1970.
///
/// The ISO forms are those of the [W3C note]: a year, a month, a day, or a day and a time with a
/// zone.
///
/// [date operators]: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
/// [W3C note]: https://www.w3.org/TR/NOTE-datetime
///
/// # Errors
///
/// When the text is neither, or names a day that does not exist.
///
/// ```
/// use iam_dsl_rules::check::date;
///
/// assert!(date("2026-11-23T09:30:00Z").is_ok());
/// assert!(date("1795426200").is_ok());
/// assert!(date("2026-02-30").is_err());
/// ```
pub fn date(text: &str) -> Result<(), Message> {
    let epoch = text.strip_prefix('-').unwrap_or(text);
    // Four digits are a year; both readings are dates.
    if !epoch.is_empty() && epoch.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(());
    }
    if is_iso_8601(text) {
        return Ok(());
    }
    Err(
        Message::new(Code::TYPE_MISMATCH_DATE, format!("`{text}` is not a date"))
            .with_help("write it as `2026-12-31` or `2026-12-31T23:59:59Z`"),
    )
}

fn is_iso_8601(text: &str) -> bool {
    let (day, time) = match text.split_once(['T', 't']) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let mut parts = day.split('-');
    let year = parts.next().and_then(|part| digits(part, 4));
    let month = parts.next().map(|part| digits(part, 2));
    let day = parts.next().map(|part| digits(part, 2));
    if parts.next().is_some() {
        return false;
    }
    match (year, month, day, time) {
        (Some(_), None, None, None) => true,
        (Some(_), Some(Some(month)), None, None) => (1..=12).contains(&month),
        (Some(year), Some(Some(month)), Some(Some(day)), time) => {
            (1..=days_of_month(year, month)).contains(&day) && time.is_none_or(is_time)
        }
        _ => false,
    }
}

/// Checks `hh:mm[:ss[.fraction]]` and a zone.
fn is_time(text: &str) -> bool {
    let (clock, zone) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => return false,
    };
    let mut parts = clock.splitn(3, ':');
    let hour = parts.next().and_then(|part| digits(part, 2));
    let minute = parts.next().and_then(|part| digits(part, 2));
    let second = parts.next().is_none_or(is_second);
    hour.is_some_and(|hour| hour < 24)
        && minute.is_some_and(|minute| minute < 60)
        && second
        && is_zone(zone)
}

fn is_second(text: &str) -> bool {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let is_fraction = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits(whole, 2).is_some_and(|second| second <= 60) && fraction.is_none_or(is_fraction)
}

fn is_zone(text: &str) -> bool {
    if text.eq_ignore_ascii_case("z") {
        return true;
    }
    let Some(offset) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    let (hour, minute) = match offset.split_once(':') {
        Some((hour, minute)) => (hour, minute),
        None if offset.len() == 4 && offset.is_ascii() => offset.split_at(2),
        None => (offset, "00"),
    };
    digits(hour, 2).is_some_and(|hour| hour < 24)
        && digits(minute, 2).is_some_and(|minute| minute < 60)
}

fn digits(text: &str, count: usize) -> Option<u32> {
    let all_digits = text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}

fn days_of_month(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_pass() {
        for text in [
            "2026",
            "2026-11",
            "2024-02-29",
            "2026-11-23T09:30Z",
            "2026-11-23T09:30:00.123Z",
            "2026-11-23T09:30:00+01:00",
            "2026-11-23T09:30:00-0530",
            "0",
            "-292275054",
        ] {
            assert!(date(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_fails() {
        for text in [
            "",
            "tomorrow",
            "2025-02-29",
            "2026-13-01",
            "2026-11-23T09:30:00",
            "2026-11-23T25:00:00Z",
            "2026-11-23 09:30:00Z",
            "23.11.2026",
            "2016-12-13t2:00:00.593194+1",
        ] {
            assert!(date(text).is_err(), "{text}");
        }
    }
}
