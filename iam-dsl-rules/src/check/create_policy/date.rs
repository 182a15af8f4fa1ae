//! Dates as IAM's older parser reads them.
//!
//! It takes more than the W3C profile of ISO 8601 that IAM documents: years of Java's range, one digit where two belong,
//! a time without minutes.

use std::ops::RangeInclusive;
use std::str::FromStr;

const YEARS: RangeInclusive<i64> = -292_275_054..=292_278_993;

/// Tells whether a text is a date, or seconds since 1970.
pub(super) fn can_be_parsed(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    if !text.contains(['t', '-']) {
        return is_within(&text, &(0..=i64::MAX));
    }
    let (date, time) = text.split_once('t').unwrap_or((&text, ""));
    is_date(date) && is_time(time)
}

fn is_within<T: FromStr + PartialOrd>(text: &str, range: &RangeInclusive<T>) -> bool {
    text.parse().is_ok_and(|number| range.contains(&number))
}

fn is_date(text: &str) -> bool {
    let (is_before_christ, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut fields = text.split('-');
    let Some(Ok(year)) = fields.next().map(i64::from_str) else {
        return false;
    };
    let year = if is_before_christ { -year } else { year };
    let is_month = fields
        .next()
        .is_none_or(|month| is_within(month, &(1..=12)));
    let is_day = fields.next().is_none_or(|day| is_within(day, &(1..=31)));
    YEARS.contains(&year) && is_month && is_day && fields.next().is_none()
}

fn is_time(text: &str) -> bool {
    let Some(time) = without_zone(text) else {
        return false;
    };
    let mut fields = time.split(':');
    let is_hour = fields
        .next()
        .is_none_or(|hour| hour.is_empty() || is_within(hour, &(0..=23)));
    let is_minute = fields
        .next()
        .is_none_or(|minute| is_within(minute, &(0..=59)));
    let is_second = fields.next().is_none_or(is_second);
    is_hour && is_minute && is_second && fields.next().is_none()
}

fn is_second(text: &str) -> bool {
    let (second, fraction) = match text.split_once('.') {
        Some((second, fraction)) => (second, Some(fraction)),
        None => (text, None),
    };
    is_within(second, &(0..=59))
        && fraction.is_none_or(|fraction| is_within(fraction, &(0..=999_999_999)))
}

/// Returns a time without its zone, or nothing where the zone is none.
fn without_zone(text: &str) -> Option<&str> {
    if let Some(time) = text.strip_suffix('z') {
        return Some(time);
    }
    let Some((time, zone)) = text.split_once(['+', '-']) else {
        return Some(text);
    };
    let (hours, minutes) = zone.split_once(':').unwrap_or((zone, "00"));
    let is_zone = hours.len() == 2
        && minutes.len() == 2
        && is_within(hours, &(0..=23))
        && is_within(minutes, &(0..=59));
    is_zone.then_some(time)
}
