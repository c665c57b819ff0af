//! Values: from texts of the command line to JSON with the names of the model, checked by type.

pub(crate) mod coerce;
pub(crate) mod computed;
pub(crate) mod path;
pub(crate) mod text;
pub(crate) mod unit;

use ovirt_model::{Member, Model, Needs, Parameter, Struct, Type, Unit};

use crate::failure::{Failure, did_you_mean, nearest};

/// Where a value goes: a member of a struct, a parameter, or an item of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot<'m> {
    pub(crate) name: &'m str,
    pub(crate) kind: &'m Type,
    pub(crate) list: bool,
    /// Whether it refers to an object stored elsewhere.
    pub(crate) link: bool,
    pub(crate) secret: bool,
    /// Whether only the engine sets it.
    pub(crate) readonly: bool,
    pub(crate) unit: Option<Unit>,
    pub(crate) doc: &'m str,
}

impl<'m> Slot<'m> {
    pub(crate) fn of_member(member: &'m Member) -> Self {
        Self {
            name: &member.name,
            kind: &member.kind,
            list: member.list,
            link: member.link,
            secret: member.secret,
            readonly: member.readonly,
            unit: member.unit,
            doc: &member.doc,
        }
    }

    /// The slot of a parameter. It refers to an object if nothing but its identifier or name is
    /// needed of it.
    pub(crate) fn of_parameter(
        model: &'m Model,
        parameter: &'m Parameter,
        needs: &[&Needs],
        doc: &'m str,
    ) -> Self {
        let struct_name = parameter.kind.named();
        let identified = struct_name
            .and_then(|name| model.structure(name))
            .is_some_and(|structure| model.members(structure).iter().any(|it| it.name == "id"));
        let mut deeper = needs
            .iter()
            .flat_map(|needs| &needs.any_of)
            .filter_map(|path| {
                let rest = path.strip_prefix(parameter.name.as_str())?;
                rest.trim_start_matches("[]").strip_prefix('.')
            });
        Self {
            name: &parameter.name,
            kind: &parameter.kind,
            list: parameter.list,
            link: identified && deeper.all(|rest| matches!(rest, "id" | "name")),
            secret: false,
            readonly: false,
            unit: parameter.unit,
            doc,
        }
    }

    /// The description with unit and access.
    pub(crate) fn description(&self) -> String {
        ovirt_model::describe(self.doc, self.unit, self.readonly)
    }

    /// The slot of an item of this list.
    pub(crate) fn item(mut self) -> Self {
        self.list = false;
        self
    }

    /// The struct of the value, if it is one.
    pub(crate) fn structure(&self, model: &'m Model) -> Option<&'m Struct> {
        model.structure(self.kind.named()?)
    }

    /// The one member of a struct that a single word can stand for: the address of a MAC.
    pub(crate) fn only_member(&self, model: &'m Model) -> Option<Slot<'m>> {
        let members = model.members(self.structure(model)?);
        match members.as_slice() {
            [only]
                if !only.list
                    && only
                        .kind
                        .named()
                        .is_none_or(|name| model.enumeration(name).is_some()) =>
            {
                Some(Slot::of_member(only))
            }
            _ => None,
        }
    }

    /// Whether a text of the command line can be the value.
    pub(crate) fn takes_text(&self, model: &'m Model) -> bool {
        match self.kind.named() {
            None => true,
            Some("version") => true,
            Some(name) if model.enumeration(name).is_some() => true,
            Some(_) => self.link || self.only_member(model).is_some(),
        }
    }

    /// What a value looks like, for help.
    pub(crate) fn placeholder(&self, model: &'m Model) -> &'static str {
        match self.kind {
            Type::String => "TEXT",
            Type::Boolean => "BOOL",
            Type::Integer { .. } => match self.unit {
                Some(Unit::Bytes | Unit::Mebibytes | Unit::Gibibytes) => "SIZE",
                Some(Unit::Milliseconds | Unit::Seconds | Unit::Minutes) => "TIME",
                _ => "NUMBER",
            },
            Type::Decimal => "NUMBER",
            Type::Date => "DATE",
            Type::Named(name) if name == "version" => "VERSION",
            Type::Named(name) if model.enumeration(name).is_some() => "VALUE",
            Type::Named(_) if self.link => "NAME",
            Type::Named(_) => "TEXT",
        }
    }
}

/// The members at the root of a document: those of a struct, or the parameters of an action.
#[derive(Clone, Debug)]
pub(crate) struct Members<'m>(pub(crate) Vec<Slot<'m>>);

impl<'m> Members<'m> {
    /// The members of a struct, inherited ones first.
    pub(crate) fn of(model: &'m Model, structure: &'m Struct) -> Self {
        Self(
            model
                .members(structure)
                .into_iter()
                .map(Slot::of_member)
                .collect(),
        )
    }

    /// The member of this name.
    pub(crate) fn get(&self, name: &str) -> Option<Slot<'m>> {
        self.0.iter().find(|slot| slot.name == name).copied()
    }

    /// The member of this name; dashes are as good as underscores.
    ///
    /// # Errors
    ///
    /// There is none; the text suggests one.
    pub(crate) fn find(&self, name: &str, of: &str) -> Result<Slot<'m>, Failure> {
        let wanted = name.replace('-', "_");
        self.get(&wanted).ok_or_else(|| {
            let near = nearest(&wanted, self.0.iter().map(|slot| slot.name));
            let of = if of.is_empty() {
                String::new()
            } else {
                format!(" in {of}")
            };
            let known: Vec<_> = self.0.iter().map(|slot| slot.name).collect();
            let hint = format!("there is {}", known.join(", "));
            let failure = Failure::usage(format!("there is no `{name}`{of}{}", did_you_mean(near)));
            if near.is_none() {
                failure.hint(hint)
            } else {
                failure
            }
        })
    }
}
