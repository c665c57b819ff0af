//! Any text as a date: what parses round-trips through text and through `SystemTime`.

use std::ops::Range;
use std::time::SystemTime;

use ovirt_types::Date;

/// The years 0 to 9999 in UTC, in milliseconds since the Unix epoch.
const INSTANTS: Range<i64> = -62_167_219_200_000..253_402_300_800_000;

/// The check of one input.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Ok(date) = text.parse::<Date>() else {
        return;
    };
    let printed = date.to_string();
    assert_eq!(printed.parse(), Ok(date), "{text}");
    assert!(text.trim().starts_with(&printed[..19]), "{text}: {printed}");
    // The offset may shift the date out of the supported years.
    if !INSTANTS.contains(&date.unix_milliseconds()) {
        return;
    }
    let instant = SystemTime::from(date);
    let in_utc = Date::from(instant);
    assert_eq!(in_utc.offset_seconds(), Some(0));
    assert_eq!(
        in_utc.unix_milliseconds(),
        date.unix_milliseconds(),
        "{text}"
    );
    assert_eq!(SystemTime::from(in_utc), instant, "{text}");
    assert_eq!(in_utc.to_string().parse(), Ok(in_utc), "{text}");
}
