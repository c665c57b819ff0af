//! [`Values`]: values of the API as Rust expressions.

use std::collections::BTreeSet;

use ovirt_model::{Enum, Member, Model, Struct, Type, names};
use serde_json::Value;

use super::expression::Expression;

/// Writes values as Rust expressions; collects the types that they name.
pub(super) struct Values<'m> {
    model: &'m Model,
    types: BTreeSet<String>,
}

impl<'m> Values<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self {
            model,
            types: BTreeSet::new(),
        }
    }

    /// The types that have been named.
    pub(super) fn types(self) -> BTreeSet<String> {
        self.types
    }

    /// The value of a parameter or member; `None` if it is not set.
    pub(super) fn of(&mut self, kind: &Type, list: bool, value: &Value) -> Option<Expression> {
        if !list {
            return self.single(kind, value);
        }
        // A list with an address is an object.
        let items = value
            .as_array()
            .or_else(|| value.get("items")?.as_array())?;
        if items.is_empty() {
            let of = self.type_of(kind);
            return Some(Expression::Literal(format!("Vec::<{of}>::new()")));
        }
        let items = items.iter().map(|item| self.single(kind, item));
        Some(Expression::Array(items.collect::<Option<_>>()?))
    }

    /// The value of a query parameter.
    pub(super) fn of_text(&mut self, kind: &Type, text: &str) -> Option<Expression> {
        let value = match kind {
            Type::Boolean | Type::Integer { .. } | Type::Decimal => {
                serde_json::from_str(text).ok()?
            }
            _ => Value::from(text),
        };
        self.single(kind, &value)
    }

    fn single(&mut self, kind: &Type, value: &Value) -> Option<Expression> {
        let literal = match kind {
            Type::String => format!("{:?}", value.as_str()?),
            Type::Boolean => value.as_bool()?.to_string(),
            Type::Integer { .. } => {
                let number = value.as_i64()?;
                // Where any number will do, it would be an `i32`.
                match i32::try_from(number) {
                    Ok(number) => number.to_string(),
                    Err(_) => format!("{number}_i64"),
                }
            }
            Type::Decimal => format!("{:?}", value.as_f64()?),
            Type::Date => {
                self.types.insert("Date".to_owned());
                format!("{:?}.parse::<Date>()?", value.as_str()?)
            }
            Type::Named(name) => {
                if let Some(kind) = self.model.enumeration(name) {
                    return Some(self.enumeration(kind, value.as_str()?));
                }
                let structure = self.model.structure(name)?;
                return value.is_object().then(|| self.object(structure, value));
            }
        };
        Some(Expression::Literal(literal))
    }

    fn enumeration(&mut self, kind: &Enum, text: &str) -> Expression {
        let of = names::rust_type(&kind.name);
        self.types.insert(of.clone());
        let known = kind.values.iter().any(|value| value.name == text);
        Expression::Literal(match known {
            true => format!("{of}::{}", names::camel(text)),
            false => format!("{of}::from({text:?})"),
        })
    }

    /// An object, from a constructor with its name or identifier if there is one.
    fn object(&mut self, structure: &Struct, value: &Value) -> Expression {
        let of = names::rust_type(&structure.name);
        self.types.insert(of.clone());
        let members = self.model.members(structure);
        let has = |name: &str| members.iter().any(|member| member.name == name);
        let constructor = [("id", "with_id"), ("name", "named")]
            .into_iter()
            .filter(|_| has("id") && has("name"))
            .find_map(|(member, function)| Some((member, function, value[member].as_str()?)));
        let (done, start) = match constructor {
            Some((member, function, text)) => (member, format!("{of}::{function}({text:?})")),
            None => ("", format!("{of}::new()")),
        };
        let mut code = Expression::Literal(start);
        let set = |member: &&Member| member.name != done && !value[&member.name].is_null();
        for member in members.into_iter().filter(set) {
            if let Some(argument) = self.of(&member.kind, member.list, &value[&member.name]) {
                code = code.call(&names::rust_identifier(&member.name), vec![argument]);
            }
        }
        code
    }

    fn type_of(&mut self, kind: &Type) -> String {
        let of = match kind {
            Type::String => return "String".to_owned(),
            Type::Boolean => return "bool".to_owned(),
            Type::Integer { .. } => return "i64".to_owned(),
            Type::Decimal => return "f64".to_owned(),
            Type::Date => "Date".to_owned(),
            Type::Named(name) => names::rust_type(name),
        };
        self.types.insert(of.clone());
        of
    }
}
