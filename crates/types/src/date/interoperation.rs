//! Conversions between dates and the types of other libraries, each behind a feature.

use super::Date;
#[cfg(feature = "chrono")]
use super::InvalidDate;

#[cfg(feature = "time")]
impl From<time::OffsetDateTime> for Date {
    /// Keeps the offset.
    fn from(date: time::OffsetDateTime) -> Self {
        Self::with_offset(date)
    }
}

#[cfg(feature = "time")]
impl From<Date> for time::OffsetDateTime {
    /// Keeps the offset. A date without an offset is taken as UTC.
    fn from(date: Date) -> Self {
        date.in_utc()
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Date {
    /// Converts to the same instant in UTC.
    fn from(timestamp: jiff::Timestamp) -> Self {
        std::time::SystemTime::from(timestamp).into()
    }
}

#[cfg(feature = "jiff")]
impl TryFrom<Date> for jiff::Timestamp {
    type Error = jiff::Error;

    /// Converts to the same instant. A date without an offset is taken as UTC.
    ///
    /// # Errors
    ///
    /// Returns an error for the last day of the year 9999, which `jiff` does not represent.
    fn try_from(date: Date) -> Result<Self, jiff::Error> {
        Self::from_nanosecond(date.in_utc().unix_timestamp_nanos())
    }
}

#[cfg(feature = "chrono")]
impl<Z: chrono::TimeZone> TryFrom<chrono::DateTime<Z>> for Date {
    type Error = InvalidDate;

    /// Keeps the offset.
    ///
    /// # Errors
    ///
    /// Returns an error beyond the years -9999 to 9999.
    fn try_from(date: chrono::DateTime<Z>) -> Result<Self, InvalidDate> {
        use chrono::Offset as _;

        let seconds = i128::from(date.timestamp()) * 1_000_000_000;
        let nanoseconds = seconds + i128::from(date.timestamp_subsec_nanos());
        let utc = time::OffsetDateTime::from_unix_timestamp_nanos(nanoseconds);
        let offset = time::UtcOffset::from_whole_seconds(date.offset().fix().local_minus_utc());
        let (utc, offset) = (
            utc.map_err(|_| InvalidDate)?,
            offset.map_err(|_| InvalidDate)?,
        );
        let local = utc.checked_to_offset(offset).ok_or(InvalidDate)?;
        Ok(Self::with_offset(local))
    }
}

#[cfg(feature = "chrono")]
impl From<Date> for chrono::DateTime<chrono::FixedOffset> {
    /// Keeps the offset. A date without an offset is taken as UTC.
    fn from(date: Date) -> Self {
        let utc = date.in_utc();
        // In range: `chrono` has more years than `Date`.
        let instant = chrono::DateTime::from_timestamp(utc.unix_timestamp(), utc.nanosecond());
        let offset = chrono::FixedOffset::east_opt(utc.offset().whole_seconds());
        let offset = offset.unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc));
        instant.unwrap_or_default().with_timezone(&offset)
    }
}
