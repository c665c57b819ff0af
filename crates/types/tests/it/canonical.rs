//! Documents as JSON and back, and random JSON for any type of the model.

use ovirt_model::{Member, Model, Struct, Type};
use ovirt_types::Document;
use serde::de::DeserializeSeed;
use serde_json::{Map, Value, json};

/// How deep random objects are nested in others.
const DEPTH: usize = 4;

/// Characters that need care in one place or another, and plain ones.
const CHARACTERS: &[char] = &[
    'a', 'Z', '0', '_', ' ', '\t', '\n', '\r', '<', '>', '&', '"', '\'', ']', ';', '#', 'é',
    '\u{85}', '\u{2028}', '\u{fffd}', '日', '🦀', '\u{feff}',
];

/// The document that JSON describes.
pub(crate) fn document(tag: &str, json: &Value) -> Document {
    Document::empty(tag)
        .unwrap_or_else(|| panic!("no type has the root element `{tag}`"))
        .deserialize(json)
        .unwrap_or_else(|error| panic!("{tag}: {error}: {json}"))
}

/// What a document says, as JSON.
pub(crate) fn json(document: &Document) -> Value {
    serde_json::to_value(document).expect("documents become JSON")
}

/// A source of decisions that ends: then everything is as small as can be. So a shorter tape, or
/// one of smaller numbers, makes a smaller document.
pub(crate) struct Tape<'a> {
    model: &'a Model,
    numbers: std::slice::Iter<'a, u32>,
}

impl<'a> Tape<'a> {
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

    /// A document of this type: some of its members.
    pub(crate) fn object(&mut self, structure: &Struct) -> Value {
        self.nested(structure, 0)
    }

    /// A list as a document of its own.
    pub(crate) fn list(&mut self, structure: &Struct) -> Value {
        self.items(&mut |tape| tape.nested(structure, 1))
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
        if depth == DEPTH {
            return None;
        }
        Some(if member.list {
            self.items(&mut |tape| tape.value(member, depth))
        } else {
            self.value(member, depth)
        })
    }

    /// An array or, with an address, an object of `href` and `items`.
    fn items(&mut self, item: &mut dyn FnMut(&mut Self) -> Value) -> Value {
        let items: Vec<Value> = (0..self.below(4)).map(|_| item(self)).collect();
        if self.below(3) == 2 {
            json!({ "href": self.text(), "items": items })
        } else {
            items.into()
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
                None => self.choice(name).into(),
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

    /// A value that the model has, or one of a newer engine.
    fn choice(&mut self, name: &str) -> String {
        let values = &self
            .model
            .enumeration(name)
            .expect("a type of the model")
            .values;
        match values.get(self.below(values.len() + 1)) {
            Some(value) => value.name.clone(),
            None => "of_a_newer_engine".to_owned(),
        }
    }
}
