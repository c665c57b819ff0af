//! The schema of the search tables: what the engine's searches know.

/// A type of objects that can be searched, or that searches of other types refer to.
pub(super) struct Entity {
    /// What its objects are called, for error messages.
    pub(super) name: &'static str,
    /// The fields, sorted by name.
    pub(super) fields: &'static [(&'static str, FieldKind)],
    /// Related types, with their names in searches.
    pub(super) related: &'static [(&'static [&'static str], &'static Entity)],
}

/// What a field contains, which determines operators and values.
#[derive(Clone, Copy)]
pub(super) enum FieldKind {
    Text,
    Tag,
    Number,
    /// A date: `=` matches the whole day.
    Date,
    /// A point in time or a duration.
    Time,
    Severity,
    Boolean,
    /// Words of searches, each with the value in the API.
    Words(&'static [(&'static str, &'static str)]),
}

const SEVERITIES: &[(&str, &str)] = &[
    ("normal", "0"),
    ("warning", "1"),
    ("error", "2"),
    ("alert", "10"),
];

const BOOLEANS: &[(&str, &str)] = &[("true", "true"), ("false", "false")];

impl FieldKind {
    /// The operators that compare such a field.
    pub(super) fn operators(self) -> &'static [&'static str] {
        match self {
            Self::Text | Self::Tag | Self::Boolean | Self::Words(_) => &["=", "!="],
            Self::Time => &["<", ">"],
            Self::Date => &["=", "<", ">"],
            Self::Severity => &["=", "!=", "<", ">"],
            Self::Number => &["=", "!=", "<", ">", "<=", ">="],
        }
    }

    /// The words that are its only values.
    pub(super) fn words(self) -> Option<&'static [(&'static str, &'static str)]> {
        match self {
            Self::Words(words) => Some(words),
            Self::Severity => Some(SEVERITIES),
            Self::Boolean => Some(BOOLEANS),
            _ => None,
        }
    }
}

impl Entity {
    pub(super) fn field(&self, name: &str) -> Option<FieldKind> {
        let mut fields = self.fields.iter();
        let found = fields.find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, kind)| *kind)
    }

    pub(super) fn related(&self, name: &str) -> Option<&'static Self> {
        let is_it = |own: &&str| own.eq_ignore_ascii_case(name);
        let mut related = self.related.iter();
        let found = related.find(|(names, _)| names.iter().any(is_it));
        found.map(|(_, entity)| *entity)
    }
}
