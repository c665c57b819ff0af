//! Parser of the dates and durations in searches.

use time::{Date, Duration, Month, OffsetDateTime, Time, UtcOffset, Weekday};

const DAY: i64 = 24 * 60 * 60;

/// Seconds since 1970.
pub(super) type Timestamp = i64;

/// Parses a date such as `3/5/24`, `Mar 5, 2024 10:30 PM`, `Yesterday` or `Monday`.
pub(super) fn parse_date(text: &str, now: OffsetDateTime) -> Option<Timestamp> {
    let words: Vec<&str> = text
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let (date, time) = match words.as_slice() {
        [word] => match parse_day_name(word, now.date()) {
            Some(date) => (date, &[][..]),
            None => (parse_short_date(word, now.year())?, &[][..]),
        },
        [month, day, year, time @ ..] if month.starts_with(char::is_alphabetic) => {
            let year = year.parse().ok().filter(|_| year.len() == 4)?;
            (date_from_parts(year, parse_month(month)?, day)?, time)
        }
        [date, time @ ..] => (parse_short_date(date, now.year())?, time),
        [] => return None,
    };
    let time = match time {
        [] => Time::MIDNIGHT,
        [clock] => parse_time(clock, None)?,
        [clock, half] if half.eq_ignore_ascii_case("am") => parse_time(clock, Some(0))?,
        [clock, half] if half.eq_ignore_ascii_case("pm") => parse_time(clock, Some(12))?,
        _ => return None,
    };
    let date = OffsetDateTime::new_in_offset(date, time, UtcOffset::UTC);
    Some(date.unix_timestamp())
}

/// Returns the time one day later.
pub(super) fn day_after(timestamp: Timestamp) -> Timestamp {
    timestamp.saturating_add(DAY)
}

/// Parses `today`, `yesterday`, or the name of a weekday, which means the last one.
fn parse_day_name(word: &str, today: Date) -> Option<Date> {
    if word.eq_ignore_ascii_case("today") {
        return Some(today);
    }
    if word.eq_ignore_ascii_case("yesterday") {
        return today.previous_day();
    }
    let is_named = |day: Weekday| day.to_string().eq_ignore_ascii_case(word);
    let mut days = (1..=7).filter_map(|ago| today.checked_sub(Duration::days(ago)));
    days.find(|date| is_named(date.weekday()))
}

/// Parses a date such as `3/5/24`: month, day, year.
fn parse_short_date(word: &str, this_year: i32) -> Option<Date> {
    let parts: Vec<&str> = word.split('/').collect();
    let [month, day, year] = parts.as_slice() else {
        return None;
    };
    let month = month.parse::<u8>().ok()?;
    let number: i32 = year.parse().ok()?;
    let year = match year.len() {
        4 => number,
        // Two digits mean a year within the last 80 or the next 20 years.
        1 | 2 if number >= 0 => {
            let year = this_year - this_year % 100 + number;
            if year > this_year + 20 {
                year - 100
            } else {
                year
            }
        }
        _ => return None,
    };
    date_from_parts(year, Month::try_from(month).ok()?, day)
}

fn date_from_parts(year: i32, month: Month, day: &str) -> Option<Date> {
    Date::from_calendar_date(year, month, day.parse().ok()?).ok()
}

/// Parses the English name of a month, or at least its first three letters.
fn parse_month(word: &str) -> Option<Month> {
    let word = word.trim_end_matches('.').to_lowercase();
    let months = (1..=12).filter_map(|number| Month::try_from(number).ok());
    let mut matching = months.filter(|month| {
        let name = month.to_string().to_lowercase();
        word.len() >= 3 && name.starts_with(&word)
    });
    matching.next()
}

/// Parses a time of day such as `10:30` or `10:30:15`. `half` is 0 for AM, 12 for PM.
fn parse_time(clock: &str, half: Option<u8>) -> Option<Time> {
    let mut parts = clock.split(':').map(|part| part.parse::<u8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    Time::from_hms(hour, minute, second).ok()
}

/// Parses a date of an object, such as `2024-03-05T10:30:15.123+01:00`.
pub(super) fn parse_rfc3339(text: &str) -> Option<Timestamp> {
    Some(parse_date_time(text)?.unix_timestamp())
}

/// Parses a date and time into seconds with their fraction.
pub(super) fn parse_exactly(text: &str) -> Option<f64> {
    #[allow(clippy::cast_precision_loss)]
    let nanoseconds = parse_date_time(text)?.unix_timestamp_nanos() as f64;
    Some(nanoseconds / 1e9)
}

fn parse_date_time(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339).ok()
}

/// Parses a duration such as `2` (days), `10:30:00` or `2.10:30:00` into seconds.
pub(super) fn parse_duration(text: &str) -> Option<i64> {
    let (days, clock) = match text.split_once('.') {
        Some((days, clock)) => (days, clock),
        None if text.contains(':') => ("0", text),
        None => (text, "0:0"),
    };
    let days: u32 = days.parse().ok()?;
    let (hour, minute, second) = parse_time(clock, None)?.as_hms();
    Some(
        i64::from(days) * DAY + i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second),
    )
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::{DAY, parse_date, parse_duration, parse_rfc3339};

    #[test]
    fn dates_are_parsed() {
        // A Wednesday.
        let now = parse_rfc3339("2024-03-06T12:00:00Z").expect("a date");
        let now = OffsetDateTime::from_unix_timestamp(now).expect("a timestamp");
        for (text, expected) in [
            ("3/5/24", "2024-03-05T00:00:00Z"),
            ("03/05/2024", "2024-03-05T00:00:00Z"),
            ("3/5/99", "1999-03-05T00:00:00Z"),
            ("3/5/24 10:30", "2024-03-05T10:30:00Z"),
            ("3/5/24, 10:30 PM", "2024-03-05T22:30:00Z"),
            ("3/5/24 12:05 am", "2024-03-05T00:05:00Z"),
            ("Mar 5, 2024", "2024-03-05T00:00:00Z"),
            ("march 5, 2024 1:02:03", "2024-03-05T01:02:03Z"),
            ("Today", "2024-03-06T00:00:00Z"),
            ("YESTERDAY", "2024-03-05T00:00:00Z"),
            ("tuesday", "2024-03-05T00:00:00Z"),
            ("Wednesday", "2024-02-28T00:00:00Z"),
        ] {
            assert_eq!(parse_date(text, now), parse_rfc3339(expected), "{text}");
            assert!(parse_rfc3339(expected).is_some(), "{expected}");
        }
        for text in [
            "",
            "x",
            "2024-03-05",
            "13/1/24",
            "2/30/24",
            "3/5/24 25:00",
            "3/5/24 13:00 PM",
            "3/5",
            "M 5, 2024",
            "Mar 5, 24",
            "3/-5/24",
            "3/5/24 10:30 PM x",
        ] {
            assert_eq!(parse_date(text, now), None, "{text}");
        }
    }

    #[test]
    fn durations_are_parsed() {
        for (text, expected) in [
            ("2", Some(2 * DAY)),
            ("1:30", Some(5_400)),
            ("00:00:10", Some(10)),
            ("1.00:00:01", Some(DAY + 1)),
            ("x", None),
            ("-1", None),
            ("1.2", None),
        ] {
            assert_eq!(parse_duration(text), expected, "{text}");
        }
    }
}
