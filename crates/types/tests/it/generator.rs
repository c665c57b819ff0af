//! Generator of random JSON for any type of the model, and conversion between JSON and documents.

use ovirt_model::{Member, Model, Struct, Type};
use ovirt_types::Document;
use serde::de::DeserializeSeed;
use serde_json::{Map, Value, json};

/// Maximum nesting of objects.
const MAX_DEPTH: usize = 4;

/// Characters with a special meaning somewhere, and plain ones.
const CHARACTERS: &[char] = &[
    'a', 'Z', '0', '_', ' ', '\t', '\n', '\r', '<', '>', '&', '"', '\'', ']', ';', '#', 'é',
    '\u{85}', '\u{2028}', '\u{fffd}', '日', '🦀', '\u{feff}',
];

/// Deserializes a document with this root element.
pub(crate) fn document(tag: &str, json: &Value) -> Document {
    Document::empty(tag)
        .unwrap_or_else(|| panic!("no type has the root element `{tag}`"))
        .deserialize(json)
        .unwrap_or_else(|error| panic!("{tag}: {error}: {json}"))
}

/// Serializes a document.
pub(crate) fn json(document: &Document) -> Value {
    serde_json::to_value(document).expect("JSON")
}

/// Generates JSON from a finite sequence of numbers. Shorter sequences and smaller numbers give
/// smaller documents, which lets proptest shrink them.
pub(crate) struct Generator<'a> {
    model: &'a Model,
    numbers: std::slice::Iter<'a, u32>,
}

impl<'a> Generator<'a> {
    pub(crate) fn new(model: &'a Model, numbers: &'a [u32]) -> Self {
        Self {
            model,
            numbers: numbers.iter(),
        }
    }

    fn number(&mut self) -> u32 {
        self.numbers.next().copied().unwrap_or_default()
    }

    fn below(&mut self, limit: usize) -> usize {
        self.number() as usize % limit
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    fn wide(&mut self) -> u64 {
        u64::from(self.number()) << 32 | u64::from(self.number())
    }

    /// An object with some members of this type.
    pub(crate) fn object(&mut self, structure: &Struct) -> Value {
        self.nested(structure, 0)
    }

    /// A list of objects of this type.
    pub(crate) fn list(&mut self, structure: &Struct) -> Value {
        self.items(&mut |generator| generator.nested(structure, 1))
    }

    fn nested(&mut self, structure: &Struct, depth: usize) -> Value {
        let members = self.model.members(structure);
        let mut object = Map::new();
        if self.model.has_address(structure) && self.below(4) == 3 {
            object.insert("href".to_owned(), self.text().into());
        }
        for _ in 0..self.below(if depth == 0 { 8 } else { 4 }) {
            let member = members.get(self.below(members.len().max(1)));
            if let Some(member) = member
                && let Some(value) = self.member(member, depth)
            {
                object.insert(member.name.clone(), value);
            }
        }
        object.into()
    }

    fn member(&mut self, member: &Member, depth: usize) -> Option<Value> {
        if depth == MAX_DEPTH {
            return None;
        }
        Some(if member.list {
            self.items(&mut |generator| generator.value(member, depth))
        } else {
            self.value(member, depth)
        })
    }

    /// An object with `items`, and perhaps `href`.
    fn items(&mut self, item: &mut dyn FnMut(&mut Self) -> Value) -> Value {
        let items: Vec<Value> = (0..self.below(4)).map(|_| item(self)).collect();
        if self.below(3) == 2 {
            json!({ "href": self.text(), "items": items })
        } else {
            json!({ "items": items })
        }
    }

    fn value(&mut self, member: &Member, depth: usize) -> Value {
        match &member.kind {
            Type::String => self.text().into(),
            Type::Boolean => (self.below(2) == 1).into(),
            Type::Integer { .. } => self.integer().into(),
            Type::Decimal => self.decimal().into(),
            Type::Date => self.date().into(),
            Type::Named(name) => match self.model.structure(name) {
                Some(structure) => self.nested(structure, depth + 1),
                None => self.enum_value(name).into(),
            },
        }
    }

    fn text(&mut self) -> String {
        (0..self.below(12)).map(|_| self.pick(CHARACTERS)).collect()
    }

    fn integer(&mut self) -> i64 {
        match self.below(4) {
            0 => i64::from(self.number()),
            1 => -i64::from(self.number()),
            2 => self.pick(&[i64::MIN, i64::MAX, 0, -1]),
            _ => self.wide().cast_signed(),
        }
    }

    fn decimal(&mut self) -> f64 {
        let any = f64::from_bits(self.wide());
        let candidates = [
            f64::from(self.number()) / 8.0,
            0.1,
            -0.0,
            f64::MAX,
            f64::MIN_POSITIVE,
            any,
        ];
        let candidate = self.pick(&candidates);
        if candidate.is_finite() {
            candidate
        } else {
            0.5
        }
    }

    fn date(&mut self) -> String {
        let (year, month, day) = (1 + self.below(9999), 1 + self.below(12), 1 + self.below(28));
        let (hour, minute, second) = (self.below(24), self.below(60), self.below(60));
        let fraction = self.pick(&["", ".1", ".042", ".999999999"]);
        let offset = self.pick(&["", "+00:00", "+01:00", "-03:30", "+14:00"]);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{offset}")
    }

    /// A value of the model, or an unknown one.
    fn enum_value(&mut self, name: &str) -> String {
        let values = &self
            .model
            .enumeration(name)
            .expect("an enum of the model")
            .values;
        match values.get(self.below(values.len() + 1)) {
            Some(value) => value.name.clone(),
            None => "unknown_value".to_owned(),
        }
    }
}
