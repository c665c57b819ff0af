//! Points in time with an optional UTC offset.

mod arithmetic;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod interoperation;

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

use time::{Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// A point in time: local time with nanoseconds, and the offset from UTC if the engine sent one.
///
/// Parsing accepts the format of `xs:dateTime`, such as `2024-03-05T17:20:11.042+01:00`, and keeps
/// the offset. `Display` writes the same format.
///
/// Dates are compared as instants: `12:00+02:00` equals `10:00+00:00`. A date without an offset is
/// taken as UTC. A [`Duration`] can be added and subtracted; the offset stays.
///
/// ```
/// use std::time::Duration;
///
/// use ovirt_types::Date;
///
/// let date: Date = "2024-03-05T17:20:11.042+01:00".parse()?;
/// assert_eq!(date.to_string(), "2024-03-05T17:20:11.042+01:00");
/// assert_eq!(date.unix_milliseconds(), 1_709_655_611_042);
///
/// let later = date + Duration::from_secs(60);
/// assert!(later > date);
/// assert_eq!(later - date, Duration::from_secs(60));
/// assert_eq!(later.to_string(), "2024-03-05T17:21:11.042+01:00");
/// # Ok::<(), ovirt_types::InvalidDate>(())
/// ```
///
/// With the features `chrono`, `jiff` and `time`, dates convert from and into the types of these
/// libraries.
#[derive(Debug, Clone, Copy)]
pub struct Date {
    local: PrimitiveDateTime,
    offset: Option<UtcOffset>,
}

/// The error of parsing a text that is not a [`Date`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidDate;

impl fmt::Display for InvalidDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid date: expected a format such as 2024-03-05T17:20:11.042+01:00")
    }
}

impl std::error::Error for InvalidDate {}

impl Date {
    /// A date by its milliseconds since the Unix epoch, in UTC; `None` outside the years 0 to 9999,
    /// which texts are limited to.
    pub fn from_unix_milliseconds(milliseconds: i64) -> Option<Self> {
        let nanoseconds = i128::from(milliseconds) * 1_000_000;
        let utc = OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok()?;
        (0..=9999)
            .contains(&utc.year())
            .then(|| Self::with_offset(utc))
    }

    /// Milliseconds since the Unix epoch. A date without an offset is taken as UTC.
    pub fn unix_milliseconds(&self) -> i64 {
        i64::try_from(self.in_utc().unix_timestamp_nanos() / 1_000_000).unwrap_or_default()
    }

    /// Offset from UTC in seconds, positive towards the east; `None` if unknown.
    pub fn offset_seconds(&self) -> Option<i32> {
        self.offset.map(UtcOffset::whole_seconds)
    }

    /// The instant, with the offset.
    fn in_utc(&self) -> OffsetDateTime {
        self.local
            .assume_offset(self.offset.unwrap_or(UtcOffset::UTC))
    }

    fn with_offset(date: OffsetDateTime) -> Self {
        Self {
            local: PrimitiveDateTime::new(date.date(), date.time()),
            offset: Some(date.offset()),
        }
    }
}

impl From<SystemTime> for Date {
    /// Converts to the same instant in UTC; beyond the years -9999 to 9999, to the nearest date.
    fn from(time: SystemTime) -> Self {
        let epoch = Self::with_offset(OffsetDateTime::UNIX_EPOCH);
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => epoch + after,
            Err(before) => epoch - before.duration(),
        }
    }
}

impl From<Date> for SystemTime {
    /// Converts to the same instant. A date without an offset is taken as UTC.
    fn from(date: Date) -> Self {
        let nanoseconds = date.in_utc().unix_timestamp_nanos();
        let distance = nanoseconds.unsigned_abs();
        let seconds = u64::try_from(distance / 1_000_000_000).unwrap_or(u64::MAX);
        let rest = u32::try_from(distance % 1_000_000_000).unwrap_or_default();
        let distance = Duration::new(seconds, rest);
        let moment = if nanoseconds < 0 {
            Self::UNIX_EPOCH.checked_sub(distance)
        } else {
            Self::UNIX_EPOCH.checked_add(distance)
        };
        moment.unwrap_or(Self::UNIX_EPOCH)
    }
}

impl Date {
    /// Appends the date as text. Faster than `Display`.
    pub(crate) fn append_to(&self, out: &mut String) {
        let (year, month, day) = self.local.to_calendar_date();
        let (hour, minute, second, nanosecond) = self.local.as_hms_nano();
        if year < 0 {
            out.push('-');
        }
        digits(out, year.unsigned_abs(), 1000);
        for (mark, number) in [
            ('-', month.into()),
            ('-', day),
            ('T', hour),
            (':', minute),
            (':', second),
        ] {
            out.push(mark);
            digits(out, number.into(), 10);
        }
        if nanosecond != 0 {
            out.push('.');
            digits(out, nanosecond, 100_000_000);
            out.truncate(out.trim_end_matches('0').len());
        }
        if let Some(offset) = self.offset {
            let minutes = offset.whole_minutes();
            out.push(if minutes < 0 { '-' } else { '+' });
            digits(out, (minutes.unsigned_abs() / 60).into(), 10);
            out.push(':');
            digits(out, (minutes.unsigned_abs() % 60).into(), 10);
        }
    }
}

/// Appends a number with leading zeros; `place` is the value of its first digit.
fn digits(out: &mut String, number: u32, mut place: u32) {
    while place > 0 {
        out.push(char::from_digit(number / place % 10, 10).unwrap_or('0'));
        place /= 10;
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(35);
        self.append_to(&mut text);
        f.write_str(&text)
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        parse(text.trim().as_bytes()).ok_or(InvalidDate)
    }
}

fn parse(text: &[u8]) -> Option<Date> {
    let (fixed, rest) = text.split_at_checked(19)?;
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if marks.iter().any(|(at, mark)| fixed.get(*at) != Some(mark)) {
        return None;
    }
    let part = |from: usize, to: usize| fixed.get(from..to).and_then(number);
    let month = Month::try_from(u8::try_from(part(5, 7)?).ok()?).ok()?;
    let day = time::Date::from_calendar_date(
        i32::try_from(part(0, 4)?).ok()?,
        month,
        u8::try_from(part(8, 10)?).ok()?,
    )
    .ok()?;
    let digits = match rest {
        [b'.', rest @ ..] => rest.iter().take_while(|byte| byte.is_ascii_digit()).count(),
        _ => 0,
    };
    let (nanosecond, rest) = match rest {
        [b'.', rest @ ..] if digits > 0 => (nanoseconds(rest.get(..digits)?)?, rest.get(digits..)?),
        _ => (0, rest),
    };
    let small = |value: u32| u8::try_from(value).ok();
    let (hour, minute, second) = (part(11, 13)?, part(14, 16)?, part(17, 19)?);
    let time =
        Time::from_hms_nano(small(hour)?, small(minute)?, small(second)?, nanosecond).ok()?;
    Some(Date {
        local: PrimitiveDateTime::new(day, time),
        offset: offset(rest)?,
    })
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |value, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        value.checked_mul(10)?.checked_add(digit)
    })
}

/// Parses the fraction of a second; truncates digits after the ninth.
fn nanoseconds(digits: &[u8]) -> Option<u32> {
    let digits = digits.get(..9).unwrap_or(digits);
    let missing = 9_u32.checked_sub(u32::try_from(digits.len()).ok()?)?;
    number(digits)?.checked_mul(10_u32.pow(missing))
}

/// Parses `Z`, `+HH:MM`, `+HHMM` or an empty text.
fn offset(text: &[u8]) -> Option<Option<UtcOffset>> {
    let (sign, digits) = match text {
        [] => return Some(None),
        [b'Z'] => return Some(Some(UtcOffset::UTC)),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] | [sign @ (b'+' | b'-'), h1, h2, m1, m2] => {
            (*sign, [*h1, *h2, *m1, *m2])
        }
        _ => return None,
    };
    let hours = i8::try_from(number(digits.get(..2)?)?).ok()?;
    let minutes = i8::try_from(number(digits.get(2..)?)?).ok()?;
    let sign = if sign == b'-' { -1 } else { 1 };
    UtcOffset::from_hms(sign * hours, sign * minutes, 0)
        .ok()
        .map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_round_trips_and_normalizes_the_offset() {
        for (text, printed) in [
            (
                "2024-03-05T17:20:11.042+01:00",
                "2024-03-05T17:20:11.042+01:00",
            ),
            ("2024-03-05T17:20:11Z", "2024-03-05T17:20:11+00:00"),
            ("2024-03-05T17:20:11", "2024-03-05T17:20:11"),
            (
                "2024-02-29T00:00:00.500000-0330",
                "2024-02-29T00:00:00.5-03:30",
            ),
            (
                "0001-01-01T00:00:00.1234567891Z",
                "0001-01-01T00:00:00.123456789+00:00",
            ),
        ] {
            let date: Date = text.parse().expect(text);
            assert_eq!(date.to_string(), printed);
            assert_eq!(printed.parse(), Ok(date));
        }
    }

    #[test]
    fn invalid_dates_are_rejected() {
        for text in [
            "",
            "yesterday",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-01-01T25:00:00Z",
            "2024-01-01 00:00:00",
            "2024-01-01T00:00:00.Z",
            "2024-01-01T00:00:00+1",
            "2024-01-01T00:00:00+99:00",
            "２024-01-01T00:00:00",
        ] {
            assert_eq!(text.parse::<Date>(), Err(InvalidDate), "{text}");
        }
    }

    #[test]
    fn conversion_to_system_time_and_back_keeps_the_instant() {
        for text in [
            "2024-03-05T17:20:11.042+01:00",
            "1969-12-31T23:59:59.5+00:00",
        ] {
            let date: Date = text.parse().expect(text);
            let back = Date::from(SystemTime::from(date));
            assert_eq!(back.unix_milliseconds(), date.unix_milliseconds());
        }
    }
}
