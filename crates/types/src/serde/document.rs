//! Serialization of documents of any type.

use serde::de::{DeserializeSeed, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::deserialize::{ListSeed, ObjectSeed};
use super::serialize::serialize;
use crate::document::{Document, DocumentBody};

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            DocumentBody::Object(object) => serialize(object.as_ref(), serializer),
            DocumentBody::List(list, _) => list.serialize(serializer),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Document {
    type Value = Self;

    /// Fills the document, whose type is known from its root element.
    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Self, D::Error> {
        match &mut self.0 {
            DocumentBody::Object(object) => {
                ObjectSeed(object.as_mut()).deserialize(deserializer)?
            }
            DocumentBody::List(list, kind) => {
                ListSeed::new(list, *kind, "").deserialize(deserializer)?
            }
        }
        Ok(self)
    }
}
