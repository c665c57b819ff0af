//! Reflection over the API's structs: descriptions of their members and access by position.
//!
//! XML, serde, `Debug` and patches are implemented once against this interface instead of being
//! generated for each of several hundred structs.

use std::any::Any;

use crate::date::Date;
use crate::reference::Reference;

mod items;
mod operations;
mod struct_info;
mod untyped_list;

pub(crate) use items::RootType;
pub use items::{Item, ItemKind, Items};
pub(crate) use operations::{copy, equal, is_reference, set_text};
pub use operations::{find_empty_id, has, member_of, text_of};
pub(crate) use struct_info::{MemberInfo, StructInfo};
pub(crate) use untyped_list::UntypedList;

/// A struct of the API, used through `dyn`.
///
/// `index` is a position in `StructInfo::members`.
pub trait Reflect: Any + Send + Sync {
    /// Description of the struct.
    fn struct_info(&self) -> &'static StructInfo;

    /// A member for modification.
    fn member_mut(&mut self, index: usize) -> MemberMut<'_>;

    /// A member.
    fn member(&self, index: usize) -> MemberRef<'_>;

    /// A bit for each member, the first one lowest: whether it is set.
    fn present(&self) -> u128;
}

/// A struct of the API, used as a type parameter.
pub trait Object: Reflect + Default + Clone + PartialEq {
    /// Description of the struct.
    fn type_info() -> &'static StructInfo;

    /// A new empty object.
    // Here rather than at its callers: rustc compiles this, and the vtable, once for each type.
    #[inline(never)]
    fn new_boxed_object() -> Box<dyn Reflect> {
        Box::new(Self::default())
    }
}

/// The value of a member.
pub enum Value<'a> {
    /// Not set.
    Absent,
    /// Text, or the name of an enum value.
    Text(&'a str),
    /// A boolean.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A floating-point number.
    Decimal(f64),
    /// A point in time.
    Date(Date),
    /// A nested object.
    Object(&'a dyn Reflect),
    /// A reference to an object of this type.
    Reference(&'a Reference, &'static StructInfo),
    /// A list.
    List(&'a UntypedList),
}

/// A member of an object.
pub enum MemberRef<'a> {
    /// No member has this position.
    Unknown,
    /// Text.
    Text(&'a Option<String>),
    /// A boolean.
    Boolean(&'a Option<bool>),
    /// An integer.
    Integer(&'a Option<i64>),
    /// A floating-point number.
    Decimal(&'a Option<f64>),
    /// A point in time.
    Date(&'a Option<Date>),
    /// An enum.
    Enum(&'a dyn EnumSlot),
    /// A nested object.
    Object(&'a dyn ObjectSlot),
    /// A link.
    Link(&'a dyn LinkSlot),
    /// A list.
    List(&'a dyn ListSlot),
}

impl<'a> MemberRef<'a> {
    /// The value.
    #[inline(always)]
    pub fn value(self) -> Value<'a> {
        let value = match self {
            Self::Unknown => None,
            Self::Text(member) => member.as_deref().map(Value::Text),
            Self::Boolean(member) => member.map(Value::Boolean),
            Self::Integer(member) => member.map(Value::Integer),
            Self::Decimal(member) => member.map(Value::Decimal),
            Self::Date(member) => member.map(Value::Date),
            Self::Enum(member) => member.name().map(Value::Text),
            Self::Object(member) => member.object().map(Value::Object),
            Self::Link(member) => return member.value(),
            Self::List(member) => member.list().map(Value::List),
        };
        value.unwrap_or(Value::Absent)
    }
}

/// A member of an object, for modification.
pub enum MemberMut<'a> {
    /// No member has this position.
    Unknown,
    /// Text.
    Text(&'a mut Option<String>),
    /// A boolean.
    Boolean(&'a mut Option<bool>),
    /// An integer.
    Integer(&'a mut Option<i64>),
    /// A floating-point number.
    Decimal(&'a mut Option<f64>),
    /// A point in time.
    Date(&'a mut Option<Date>),
    /// An enum.
    Enum(&'a mut dyn EnumSlot),
    /// A nested object.
    Object(&'a mut dyn ObjectSlot),
    /// A link.
    Link(&'a mut dyn LinkSlot),
    /// A list.
    List(&'a mut dyn ListSlot),
}

impl MemberMut<'_> {
    /// Unsets the member.
    pub fn clear(self) {
        match self {
            Self::Unknown => {}
            Self::Text(member) => *member = None,
            Self::Boolean(member) => *member = None,
            Self::Integer(member) => *member = None,
            Self::Decimal(member) => *member = None,
            Self::Date(member) => *member = None,
            Self::Enum(member) => member.clear(),
            Self::Object(member) => member.clear(),
            Self::Link(member) => member.clear(),
            Self::List(member) => member.clear(),
        }
    }
}

/// An optional enum.
pub trait EnumSlot {
    /// Sets the value by its name.
    fn set(&mut self, name: &str);

    /// Name of the value.
    fn name(&self) -> Option<&str>;

    /// Unsets the value.
    fn clear(&mut self);
}

/// An optional nested object.
pub trait ObjectSlot: Any + Send + Sync {
    /// Replaces the object by an empty one.
    fn insert_empty(&mut self) -> &mut dyn Reflect;

    /// A copy of the slot and its object.
    fn boxed_copy(&self) -> Box<dyn ObjectSlot>;

    /// Copies the object of another slot; does nothing if that has another type.
    fn copy_from(&mut self, source: &dyn ObjectSlot);

    /// The object.
    fn object(&self) -> Option<&dyn Reflect>;

    /// Unsets the object.
    fn clear(&mut self);
}

/// An optional link.
pub trait LinkSlot {
    /// Whether `id` and `href` suffice to refer to an object of this type.
    fn accepts_references(&self) -> bool;

    /// Sets the link to a reference.
    fn set_reference(&mut self, reference: Reference);

    /// Sets the link to a new object filled by `fill`, or to a reference if that says as much.
    fn set_object(&mut self, fill: &mut dyn FnMut(&mut dyn Reflect));

    /// The value.
    fn value(&self) -> Value<'_>;

    /// Unsets the link.
    fn clear(&mut self);
}

/// An optional list.
pub trait ListSlot {
    /// The list, inserted if absent, and the type of its items.
    fn list_or_insert(&mut self) -> (&mut UntypedList, ItemKind);

    /// The list.
    fn list(&self) -> Option<&UntypedList>;

    /// Unsets the list.
    fn clear(&mut self);
}

/// How a struct stores a nested object: inline or shared.
pub trait Storage: Default + Send + Sync + 'static {
    /// A copy that shares the object if possible.
    // Not `Clone`: derived for every struct, it would take as much code as the rest of the struct.
    fn copy(&self) -> Self;

    /// The object.
    fn object(&self) -> &dyn Reflect;

    /// Replaces the object by an empty one.
    fn insert_empty(slot: &mut Option<Self>) -> &mut dyn Reflect;
}

impl<S: Storage> ObjectSlot for Option<S> {
    fn insert_empty(&mut self) -> &mut dyn Reflect {
        S::insert_empty(self)
    }

    fn boxed_copy(&self) -> Box<dyn ObjectSlot> {
        Box::new(self.as_ref().map(S::copy))
    }

    fn copy_from(&mut self, source: &dyn ObjectSlot) {
        if let Some(source) = (source as &dyn Any).downcast_ref::<Self>() {
            *self = source.as_ref().map(S::copy);
        }
    }

    fn object(&self) -> Option<&dyn Reflect> {
        match self {
            Some(storage) => Some(storage.object()),
            None => None,
        }
    }

    fn clear(&mut self) {
        *self = None;
    }
}

/// Iterates over the set members of an object.
#[inline]
pub(crate) fn set_members(object: &dyn Reflect) -> SetMembers<'_> {
    let present = object.present();
    SetMembers {
        object,
        members: object.struct_info().members,
        bits: present as u64,
        high_bits: (present >> 64) as u64,
        offset: 0,
    }
}

/// Iterator over set members and their values.
pub(crate) struct SetMembers<'a> {
    object: &'a dyn Reflect,
    members: &'static [MemberInfo],
    /// Remaining bits of [`Reflect::present`]; two `u64` are faster than a `u128`.
    bits: u64,
    high_bits: u64,
    /// Position of the member that the lowest of `bits` stands for.
    offset: usize,
}

impl<'a> Iterator for SetMembers<'a> {
    type Item = (&'static MemberInfo, Value<'a>);

    // The hottest loop of encoding.
    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        if self.bits == 0 {
            (self.bits, self.high_bits, self.offset) = (self.high_bits, 0, 64);
        }
        let index = self.offset + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits.checked_sub(1)?;
        Some((self.members.get(index)?, self.object.member(index).value()))
    }
}
