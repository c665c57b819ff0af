//! Units: `4GiB`, `30s`, `-2h`, and the way back for people.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ovirt_model::Unit;

/// The unit in which people read a number: packet sizes are never counted in KiB.
pub(crate) fn shown(name: &str, unit: Option<Unit>) -> Option<Unit> {
    unit.filter(|_| name != "mtu")
}

const SIZES: &[(&str, u64)] = &[
    ("", 1),
    ("b", 1),
    ("k", 1 << 10),
    ("kib", 1 << 10),
    ("kb", 1_000),
    ("m", 1 << 20),
    ("mib", 1 << 20),
    ("mb", 1_000_000),
    ("g", 1 << 30),
    ("gib", 1 << 30),
    ("gb", 1_000_000_000),
    ("t", 1 << 40),
    ("tib", 1 << 40),
    ("tb", 1_000_000_000_000),
];

const TIMES: &[(&str, u64)] = &[
    ("ms", 1),
    ("s", 1_000),
    ("m", 60_000),
    ("min", 60_000),
    ("h", 3_600_000),
    ("d", 86_400_000),
];

/// Splits `4.5GiB` into its number and its unit in lower case.
fn split(text: &str) -> Option<(f64, String)> {
    let text = text.trim();
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(text.len());
    let number = text[..end].parse().ok()?;
    Some((number, text[end..].trim().to_ascii_lowercase()))
}

fn scaled(text: &str, table: &[(&str, u64)]) -> Option<f64> {
    let (number, unit) = split(text)?;
    let (_, factor) = table.iter().find(|(name, _)| *name == unit)?;
    // Sizes of the API are below 2^53 and remain exact.
    Some(number * *factor as f64)
}

/// A size such as `4GiB`, `4G` (binary) or `4GB` (decimal), in bytes.
pub(crate) fn size(text: &str) -> Option<i64> {
    let bytes = scaled(text, SIZES)?;
    (bytes.fract() == 0.0 && bytes < 9e15).then_some(bytes as i64)
}

/// A duration such as `30s`, `10m`, `2h` or `1h 30m`.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let mut total = 0.0;
    let mut rest = text.trim();
    while !rest.is_empty() {
        let digits = rest.find(|c: char| c.is_alphabetic())?;
        let letters = rest[digits..].find(|c: char| !c.is_alphabetic());
        let end = letters.map_or(rest.len(), |letters| digits + letters);
        total += scaled(&rest[..end], TIMES)?;
        rest = rest[end..].trim_start();
    }
    (total > 0.0 || text.trim_start().starts_with('0')).then(|| Duration::from_millis(total as u64))
}

/// A number with a unit, as the API counts in `unit`.
pub(crate) fn number(text: &str, unit: Unit) -> Option<i64> {
    let factor = i64::try_from(unit.factor()?).ok()?;
    match unit {
        Unit::Milliseconds | Unit::Seconds | Unit::Minutes => {
            let milliseconds = i64::try_from(duration(text)?.as_millis()).ok()?;
            Some(milliseconds / factor)
        }
        _ => size(text)
            .filter(|size| size % factor == 0)
            .map(|size| size / factor),
    }
}

/// A point in time relative to now, such as `-2h` or `now`, as the API writes it.
pub(crate) fn relative_date(text: &str, now: SystemTime) -> Option<String> {
    let time = match text.strip_prefix('-') {
        Some(before) => now.checked_sub(duration(before)?)?,
        None => match text.strip_prefix('+') {
            Some(after) => now.checked_add(duration(after)?)?,
            None if text == "now" => now,
            None => return None,
        },
    };
    Some(ovirt::types::Date::from(time).to_string())
}

/// A size for people: `4 GiB`, `1.5 TiB`.
pub(crate) fn show_size(bytes: f64) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
    let mut value = bytes;
    let mut index = 0;
    while value.abs() >= 1024.0 && index + 1 < units.len() {
        value /= 1024.0;
        index += 1;
    }
    let rounded = (value * 10.0).round() / 10.0;
    if rounded.fract() == 0.0 || rounded >= 100.0 {
        format!("{rounded:.0} {}", units[index])
    } else {
        format!("{rounded:.1} {}", units[index])
    }
}

/// A duration for people, its two largest parts: `2 d 4 h`.
pub(crate) fn show_duration(seconds: i64) -> String {
    let seconds = seconds.max(0);
    let parts = [
        (seconds / 86_400, "d"),
        (seconds / 3_600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let shown = parts.iter().skip_while(|(number, _)| *number == 0).take(2);
    let shown: Vec<String> = shown
        .filter(|(number, _)| *number > 0)
        .map(|(number, unit)| format!("{number} {unit}"))
        .collect();
    if shown.is_empty() {
        "0 s".to_owned()
    } else {
        shown.join(" ")
    }
}

/// Seconds since the Unix epoch of a date of the API.
pub(crate) fn seconds(date: &str) -> Option<i64> {
    let date: ovirt::types::Date = date.parse().ok()?;
    Some(date.unix_milliseconds().div_euclid(1000))
}

/// The present time in seconds since the Unix epoch.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_binary_unless_written_decimal() {
        for (text, bytes) in [
            ("4GiB", Some(4 << 30)),
            ("4G", Some(4 << 30)),
            ("4GB", Some(4_000_000_000)),
            ("1.5 k", Some(1536)),
            ("512", Some(512)),
            ("4 parsecs", None),
            ("", None),
            ("-1", None),
        ] {
            assert_eq!(size(text), bytes, "{text}");
        }
    }

    #[test]
    fn durations_add_their_parts() {
        for (text, seconds) in [
            ("30s", Some(30)),
            ("1h 30m", Some(5400)),
            ("2d", Some(172_800)),
            ("0s", Some(0)),
            ("5", None),
            ("m", None),
            ("", None),
        ] {
            assert_eq!(duration(text).map(|it| it.as_secs()), seconds, "{text}");
        }
        assert_eq!(number("2m", Unit::Seconds), Some(120));
        assert_eq!(number("2h", Unit::Minutes), Some(120));
        assert_eq!(number("2TiB", Unit::Gibibytes), Some(2048));
        assert_eq!(number("1k", Unit::Gibibytes), None);
        assert_eq!(number("2h", Unit::Percent), None);
    }

    #[test]
    fn people_get_round_numbers() {
        assert_eq!(show_size(4.0 * 1073741824.0), "4 GiB");
        assert_eq!(show_size(1536.0), "1.5 KiB");
        assert_eq!(show_size(0.0), "0 B");
        assert_eq!(show_duration(187_200), "2 d 4 h");
        assert_eq!(show_duration(59), "59 s");
        assert_eq!(show_duration(0), "0 s");
    }
}
