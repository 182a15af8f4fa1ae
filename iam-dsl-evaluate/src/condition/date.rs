//! `DateEquals` and the date operators that compare.

use iam_dsl_core::{BaseOperator, ConditionValue};

use super::relation::Relation;

const NANOSECONDS: i128 = 1_000_000_000;

/// Points in time to compare with.
#[derive(Debug)]
pub(super) struct Dates {
    relation: Relation,
    /// In nanoseconds since 1970.
    dates: Vec<i128>,
}

impl Dates {
    pub(super) fn compile(operator: &BaseOperator, values: &[&ConditionValue]) -> Self {
        let mut dates = Vec::with_capacity(values.len());
        for value in values {
            dates.extend(instant(&value.to_text()));
        }
        Self {
            relation: Relation::of(operator),
            dates,
        }
    }

    pub(super) fn match_text(&self, value: &str) -> bool {
        let Some(value) = instant(value) else {
            return false;
        };
        let relates = |date: &i128| self.relation.admits(value.cmp(date));
        self.dates.iter().any(relates)
    }
}

/// Reads a date in a form of the [W3C note](https://www.w3.org/TR/NOTE-datetime), the beginning of
/// a year, month or day where it says no more; or seconds since 1970. Four digits are a year.
fn instant(text: &str) -> Option<i128> {
    iso_8601(text).or_else(|| epoch(text))
}

fn epoch(text: &str) -> Option<i128> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        None => (unsigned, 0),
        Some((whole, fraction)) => (whole, fraction_of_second(fraction)?),
    };
    // Eighteen digits are longer than the universe is old.
    if !(1..=18).contains(&whole.len()) {
        return None;
    }
    let distance = i128::from(digits(whole)?) * NANOSECONDS + i128::from(fraction);
    Some(if text.starts_with('-') {
        -distance
    } else {
        distance
    })
}

fn iso_8601(text: &str) -> Option<i128> {
    let (day, time) = match text.split_once(['T', 't']) {
        None => (text, None),
        Some((day, time)) => (day, Some(time)),
    };
    let mut fields = day.splitn(3, '-');
    let year = field(fields.next()?, 4, 0, 9999)?;
    let month = fields.next();
    let day = fields.next();
    if time.is_some() && day.is_none() {
        return None;
    }
    let month = month.map_or(Some(1), |text| field(text, 2, 1, 12))?;
    let day = day.map_or(Some(1), |text| {
        field(text, 2, 1, days_of_month(year, month))
    })?;
    let midnight = days_since_1970(year, month, day) * 86_400 * NANOSECONDS;
    time.map_or(Some(midnight), |text| Some(midnight + time_of_day(text)?))
}

/// Reads `hh:mm[:ss[.fraction]]` and a zone. The second of a leap is the first of the next minute.
fn time_of_day(text: &str) -> Option<i128> {
    let (clock, zone) = text.split_at_checked(text.find(['Z', 'z', '+', '-'])?)?;
    let mut fields = clock.splitn(3, ':');
    let hour = field(fields.next()?, 2, 0, 23)?;
    let minute = field(fields.next()?, 2, 0, 59)?;
    let (second, fraction) = match fields.next() {
        None => (0, 0),
        Some(text) => match text.split_once('.') {
            None => (field(text, 2, 0, 60)?, 0),
            Some((whole, fraction)) => (field(whole, 2, 0, 60)?, fraction_of_second(fraction)?),
        },
    };
    let minutes = i128::from(hour * 60 + minute) - offset(zone)?;
    Some((minutes * 60 + i128::from(second)) * NANOSECONDS + i128::from(fraction))
}

/// How many minutes a zone is ahead.
fn offset(zone: &str) -> Option<i128> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let ahead = zone.strip_prefix(['+', '-'])?;
    let (hour, minute) = match ahead.split_once(':') {
        Some(fields) => fields,
        None if ahead.len() == 4 => ahead.split_at_checked(2)?,
        None => (ahead, "00"),
    };
    let minutes = i128::from(field(hour, 2, 0, 23)? * 60 + field(minute, 2, 0, 59)?);
    Some(if zone.starts_with('-') {
        -minutes
    } else {
        minutes
    })
}

/// The nanoseconds that the digits after a point say. What is smaller than that is cut off.
fn fraction_of_second(text: &str) -> Option<u64> {
    let (nanoseconds, rest) = text.split_at_checked(9).unwrap_or((text, ""));
    let missing = 9_usize.checked_sub(nanoseconds.len())?;
    let is_number = rest.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits(nanoseconds).filter(|_| is_number)?;
    Some(number * 10_u64.pow(u32::try_from(missing).ok()?))
}

/// A number of exactly so many digits, within bounds.
fn field(text: &str, length: usize, least: u64, most: u64) -> Option<u64> {
    let number = digits(text)?;
    (text.len() == length && (least..=most).contains(&number)).then_some(number)
}

fn digits(text: &str) -> Option<u64> {
    let all_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| text.parse().ok()).flatten()
}

fn days_since_1970(year: u64, month: u64, day: u64) -> i128 {
    let mut days = days_before_year(year) + day - 1;
    for earlier in 1..month {
        days += days_of_month(year, earlier);
    }
    i128::from(days) - i128::from(days_before_year(1970))
}

/// The days of the years from 0 on; 0 is a leap year.
const fn days_before_year(year: u64) -> u64 {
    year * 365 + year.div_ceil(4) - year.div_ceil(100) + year.div_ceil(400)
}

fn days_of_month(year: u64, month: u64) -> u64 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests;
