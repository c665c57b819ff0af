//! Dates: order, arithmetic, and conversion into the types of other libraries.

use std::collections::HashSet;
use std::time::{Duration, SystemTime};

use ovirt_types::{Date, Event, OptionalLink as _, Vm};

fn date(text: &str) -> Date {
    text.parse().expect(text)
}

#[test]
fn dates_are_ordered_by_their_instant() {
    let in_order = [
        "2024-03-05T12:00:00+02:00",
        "2024-03-05T11:00:00Z",
        "2024-03-05T11:00:00.001",
        "2024-03-05T11:00:00-01:00",
    ]
    .map(date);
    assert!(in_order.is_sorted());
    assert!(in_order[0] < in_order[1]);
    let mut events = [2, 0, 3, 1].map(|index| Event::new().time(in_order[index]));
    events.sort_by_key(|event| event.time);
    assert_eq!(events.map(|event| event.time), in_order.map(Some));
}

#[test]
fn the_same_instant_is_equal_whatever_its_offset() {
    let same = [
        "2024-03-05T12:00:00+02:00",
        "2024-03-05T10:00:00Z",
        "2024-03-05T10:00:00",
    ];
    let same = same.map(date);
    assert!(same.iter().all(|date| *date == same[0]));
    assert_eq!(HashSet::from(same).len(), 1);
    assert_eq!(same[0].to_string(), "2024-03-05T12:00:00+02:00");
}

#[test]
fn durations_are_added_and_subtracted() {
    let start = date("2024-02-28T23:59:30+01:00");
    let minute = Duration::from_secs(60);
    let mut end = start + minute;
    assert_eq!(end.to_string(), "2024-02-29T00:00:30+01:00");
    assert_eq!(end - start, minute);
    assert_eq!(end - minute, start);
    assert_eq!(start - end, Duration::ZERO);
    assert_eq!(start.checked_duration_since(end), None);
    assert_eq!(end.checked_duration_since(start), Some(minute));
    end -= minute;
    end += 2 * minute;
    assert_eq!(end, start + 2 * minute);
}

#[test]
fn arithmetic_beyond_the_range_saturates() {
    let last = date("9999-12-31T23:59:59Z");
    assert_eq!(last.checked_add(Duration::MAX), None);
    assert_eq!(last.checked_add(Duration::from_secs(1)), None);
    assert!(last + Duration::MAX >= last);
    assert_eq!(last.checked_sub(Duration::MAX), None);
    assert!(last - Duration::MAX < last);
    if let Some(time) = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(1 << 40)) {
        assert!(Date::from(time) > last);
    }
    if let Some(time) = SystemTime::UNIX_EPOCH.checked_sub(Duration::from_secs(1 << 40)) {
        assert!(Date::from(time) < date("0000-01-01T00:00:00Z"));
    }
}

#[test]
fn dates_convert_from_milliseconds() {
    let parsed = Date::from_unix_milliseconds(1_796_008_936_300).expect("a date");
    assert_eq!(parsed.to_string(), "2026-11-30T03:22:16.3+00:00");
    assert_eq!(parsed.unix_milliseconds(), 1_796_008_936_300);
    assert_eq!(Date::from_unix_milliseconds(i64::MAX), None);
    // Dates before the year 0 have no text that can be parsed.
    let day = 86_400_000;
    let year_0 = date("0000-01-01T00:00:00Z").unix_milliseconds();
    assert_eq!(
        Date::from_unix_milliseconds(year_0),
        Some(date("0000-01-01T00:00:00Z"))
    );
    assert_eq!(Date::from_unix_milliseconds(year_0 - day), None);
}

const TEXTS: [&str; 3] = [
    "2024-03-05T17:20:11.042+01:00",
    "1969-12-31T23:59:59.5-03:30",
    "2024-03-05T17:20:11+00:00",
];

#[test]
fn dates_convert_from_and_into_those_of_time() {
    for text in TEXTS {
        let converted = time::OffsetDateTime::from(date(text));
        assert_eq!(
            converted.unix_timestamp(),
            date(text).unix_milliseconds().div_euclid(1000)
        );
        assert_eq!(Date::from(converted).to_string(), text);
    }
}

#[test]
fn dates_convert_from_and_into_those_of_jiff() {
    for text in TEXTS {
        let converted = jiff::Timestamp::try_from(date(text)).expect(text);
        assert_eq!(converted, text.parse().expect(text));
        assert_eq!(Date::from(converted), date(text));
    }
    assert!(jiff::Timestamp::try_from(date("9999-12-31T23:59:59Z")).is_err());
}

#[test]
fn dates_convert_from_and_into_those_of_chrono() {
    for text in TEXTS {
        let converted = chrono::DateTime::from(date(text));
        assert_eq!(Ok(converted), chrono::DateTime::parse_from_rfc3339(text));
        assert_eq!(Date::try_from(converted).expect(text).to_string(), text);
    }
    assert!(Date::try_from(chrono::DateTime::<chrono::Utc>::MAX_UTC).is_err());
}

#[test]
fn a_date_is_set_from_a_system_time() {
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(1500);
    let vm = Vm::new().start_time(time).creation_time(None::<SystemTime>);
    assert_eq!(vm.start_time.map(SystemTime::from), Some(time));
    assert_eq!((vm.creation_time, vm.cluster.id()), (None, None));
}
