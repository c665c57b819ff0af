//! [`Unit`]: what the numbers of a member or a parameter count.

/// The unit of a number of the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Bytes.
    Bytes,
    /// MiB, 2^20 bytes.
    Mebibytes,
    /// GiB, 2^30 bytes.
    Gibibytes,
    /// Milliseconds.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Hundredths of a whole.
    Percent,
    /// Megabits per second.
    MegabitsPerSecond,
    /// Megahertz.
    Megahertz,
}

/// Words of the model's files.
const WORDS: &[(&str, Unit)] = &[
    ("bytes", Unit::Bytes),
    ("MiB", Unit::Mebibytes),
    ("GiB", Unit::Gibibytes),
    ("milliseconds", Unit::Milliseconds),
    ("seconds", Unit::Seconds),
    ("minutes", Unit::Minutes),
    ("percent", Unit::Percent),
    ("Mbit/s", Unit::MegabitsPerSecond),
    ("MHz", Unit::Megahertz),
];

impl Unit {
    /// The unit that a word such as `bytes` means.
    pub fn parse(word: &str) -> Option<Self> {
        let found = WORDS.iter().find(|(known, _)| *known == word);
        found.map(|(_, unit)| *unit)
    }

    /// Its word in texts, such as `bytes`.
    pub fn word(self) -> &'static str {
        let found = WORDS.iter().find(|(_, unit)| *unit == self);
        found.map_or("", |(word, _)| word)
    }

    /// How many bytes, or milliseconds, it has; `None` for other units.
    pub fn factor(self) -> Option<u64> {
        match self {
            Self::Bytes | Self::Milliseconds => Some(1),
            Self::Mebibytes => Some(1 << 20),
            Self::Gibibytes => Some(1 << 30),
            Self::Seconds => Some(1_000),
            Self::Minutes => Some(60_000),
            Self::Percent | Self::MegabitsPerSecond | Self::Megahertz => None,
        }
    }
}

/// A description with its unit, and whether only the engine sets the value.
pub fn describe(doc: &str, unit: Option<Unit>, readonly: bool) -> String {
    let mut text = doc.to_owned();
    if let Some(unit) = unit {
        text.push_str(&format!(" In {}.", unit.word()));
    }
    if readonly {
        text.push_str(" Read-only.");
    }
    text
}
