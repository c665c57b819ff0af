//! `Deserialize` of scalars: as values, or as the texts that the engine writes.

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, Visitor};

use crate::date::Date;
use crate::reflect::{MemberInfo, MemberMut};

/// Sets a scalar member. `null` leaves it unset; an empty text, too, unless the member is a text.
pub(super) struct ScalarSeed<'a>(pub(super) MemberMut<'a>, pub(super) &'static MemberInfo);

impl<'de> DeserializeSeed<'de> for ScalarSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl ScalarSeed<'_> {
    /// What the member can be set to.
    fn kind(&self) -> &'static str {
        match self.0 {
            MemberMut::Boolean(_) => "a boolean",
            MemberMut::Integer(_) => "an integer of 64 bits",
            MemberMut::Decimal(_) => "a finite number",
            MemberMut::Date(_) => "a date",
            _ => "a text",
        }
    }

    #[cold]
    fn mismatch<E: Error>(&self, value: impl fmt::Display) -> E {
        let (name, kind) = (self.1.name, self.kind());
        E::custom(format_args!("expected {kind} as `{name}`, found {value}"))
    }

    /// Like [`mismatch`](Self::mismatch), without the value of a secret.
    #[cold]
    fn mismatch_text<E: Error>(&self, text: &str) -> E {
        if self.1.secret {
            return self.mismatch("***");
        }
        let shortened: String = text.chars().take(60).collect();
        self.mismatch(format_args!("{shortened:?}"))
    }
}

impl<'de> Visitor<'de> for ScalarSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} as `{}`", self.kind(), self.1.name)
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match self.0 {
            MemberMut::Boolean(member) => *member = Some(value),
            _ => return Err(self.mismatch(value)),
        }
        Ok(())
    }

    fn visit_i64<E: Error>(mut self, value: i64) -> Result<(), E> {
        let is_set = match &mut self.0 {
            MemberMut::Integer(member) => set(member, Some(value)),
            // Exact up to 2^53, like a number in JavaScript.
            MemberMut::Decimal(member) => set(member, Some(value as f64)),
            MemberMut::Date(member) => set(member, Date::from_unix_milliseconds(value)),
            _ => false,
        };
        if is_set {
            Ok(())
        } else {
            Err(self.mismatch(value))
        }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => self.visit_f64(value as f64),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        match self.0 {
            MemberMut::Decimal(member) if value.is_finite() => *member = Some(value),
            _ => return Err(self.mismatch(value)),
        }
        Ok(())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<(), E> {
        match self.0 {
            MemberMut::Text(member) => {
                *member = Some(text);
                Ok(())
            }
            _ => self.visit_str(&text),
        }
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<(), E> {
        let trimmed = text.trim_ascii();
        let is_set = match &mut self.0 {
            MemberMut::Text(member) => {
                **member = Some(text.to_owned());
                true
            }
            _ if trimmed.is_empty() => return Ok(()),
            MemberMut::Enum(member) => {
                member.set(trimmed);
                true
            }
            MemberMut::Boolean(member) => set(member, boolean(trimmed)),
            MemberMut::Integer(member) => set(member, trimmed.parse().ok()),
            MemberMut::Decimal(member) => {
                let number = trimmed.parse().ok();
                set(member, number.filter(|number: &f64| number.is_finite()))
            }
            MemberMut::Date(member) => set(member, trimmed.parse().ok()),
            _ => false,
        };
        if is_set {
            Ok(())
        } else {
            Err(self.mismatch_text(text))
        }
    }
}

/// Sets a member if there is a value. Returns whether there is.
fn set<T>(member: &mut Option<T>, value: Option<T>) -> bool {
    let is_set = value.is_some();
    if is_set {
        *member = value;
    }
    is_set
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "1" => Some(true),
        "0" => Some(false),
        _ if text.eq_ignore_ascii_case("true") => Some(true),
        _ if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::from_str(&String::deserialize(deserializer)?).map_err(Error::custom)
    }
}
