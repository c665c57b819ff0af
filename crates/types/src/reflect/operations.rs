//! Operations on objects of any type: copy, comparison, and access to members by name.

use std::any::Any;

use super::{MemberMut, MemberRef, Object, Reflect, Value, set_members};

/// Copies all set members of `source` to `target`, an empty object of the same type.
pub(crate) fn copy(source: &dyn Reflect, target: &mut dyn Reflect) {
    for index in 0..source.struct_info().members.len() {
        match (source.member(index), target.member_mut(index)) {
            (MemberRef::Text(from), MemberMut::Text(to)) => to.clone_from(from),
            (MemberRef::Boolean(from), MemberMut::Boolean(to)) => *to = *from,
            (MemberRef::Integer(from), MemberMut::Integer(to)) => *to = *from,
            (MemberRef::Decimal(from), MemberMut::Decimal(to)) => *to = *from,
            (MemberRef::Date(from), MemberMut::Date(to)) => *to = *from,
            (MemberRef::Enum(from), MemberMut::Enum(to)) => {
                if let Some(name) = from.name() {
                    to.set(name);
                }
            }
            (MemberRef::Object(from), MemberMut::Object(to)) => to.copy_from(from),
            (MemberRef::Link(from), MemberMut::Link(to)) => match from.value() {
                Value::Reference(reference, _) => to.set_reference(reference.clone()),
                Value::Object(object) => to.set_object(&mut |target| copy(object, target)),
                _ => {}
            },
            (MemberRef::List(from), MemberMut::List(to)) => {
                if let Some(list) = from.list() {
                    *to.list_or_insert().0 = list.clone();
                }
            }
            _ => {}
        }
    }
}

/// Whether two objects of the same type have the same members set to the same values.
pub(crate) fn equal(a: &dyn Reflect, b: &dyn Reflect) -> bool {
    let mut pairs = set_members(a).zip(set_members(b));
    a.present() == b.present() && pairs.all(|((_, a), (_, b))| equal_values(&a, &b))
}

fn equal_values(a: &Value<'_>, b: &Value<'_>) -> bool {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => a == b,
        (Value::Boolean(a), Value::Boolean(b)) => a == b,
        (Value::Integer(a), Value::Integer(b)) => a == b,
        (Value::Decimal(a), Value::Decimal(b)) => a == b,
        (Value::Date(a), Value::Date(b)) => a == b,
        (Value::Object(a), Value::Object(b)) => equal(*a, *b),
        (Value::Reference(a, _), Value::Reference(b, _)) => a == b,
        (Value::List(a), Value::List(b)) => {
            let mut pairs = a.iter().zip(b.iter());
            a.href() == b.href() && a.len() == b.len() && pairs.all(|(a, b)| equal_values(&a, &b))
        }
        _ => false,
    }
}

/// Whether no member is set but those of a reference.
pub(crate) fn is_reference(object: &dyn Reflect) -> bool {
    set_members(object).all(|(member, _)| matches!(member.name, "href" | "id" | "name"))
}

/// The value of the text member with this name.
pub fn text_of<'a>(object: &'a dyn Reflect, name: &str) -> Option<&'a str> {
    let index = object.struct_info().find_name(name)?;
    match object.member(index).value() {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The first member that is an object of this type, such as the VM of an action.
pub fn member_of<T: Object>(object: &dyn Reflect) -> Option<&T> {
    set_members(object).find_map(|(_, value)| match value {
        Value::Object(member) => (member as &dyn Any).downcast_ref(),
        _ => None,
    })
}

/// Sets the text member with this name; does nothing if there is none.
pub(crate) fn set_text(object: &mut dyn Reflect, name: &str, text: Option<&str>) {
    let index = object.struct_info().find_name(name);
    if let Some(MemberMut::Text(member)) = index.map(|index| object.member_mut(index)) {
        *member = text.map(str::to_owned);
    }
}

/// The path of the first object whose `id` is empty, such as `cluster` or `nics.vnic_profile`; an
/// empty path for the object itself.
pub fn find_empty_id(object: &dyn Reflect) -> Option<String> {
    if text_of(object, "id") == Some("") {
        return Some(String::new());
    }
    set_members(object).find_map(|(member, value)| {
        let below = empty_id_in(&value)?;
        let separator = if below.is_empty() { "" } else { "." };
        Some([member.name, separator, &below].concat())
    })
}

fn empty_id_in(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Object(object) => find_empty_id(*object),
        Value::Reference(reference, _) => (reference.id() == Some("")).then(String::new),
        Value::List(list) => list.iter().find_map(|item| empty_id_in(&item)),
        _ => None,
    }
}

/// Whether the member at this path is set. Names are joined by `.`; `[]` follows the name of a
/// list whose items must all have the rest of the path.
pub fn has(object: &dyn Reflect, path: &str) -> bool {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let index = object.struct_info().find_name(name.trim_end_matches("[]"));
    index.is_some_and(|index| value_has(&object.member(index).value(), rest))
}

fn value_has(value: &Value<'_>, path: &str) -> bool {
    match value {
        Value::Absent => false,
        _ if path.is_empty() => true,
        Value::Object(object) => has(*object, path),
        Value::Reference(reference, _) => match path {
            "id" => reference.id().is_some(),
            "name" => reference.name().is_some(),
            _ => false,
        },
        Value::List(list) => !list.is_empty() && list.iter().all(|item| value_has(&item, path)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::copy;
    use crate::{Boot, FromXml as _, Vm};

    #[test]
    fn copy_includes_members_of_every_kind() {
        let vm = Vm::from_xml(
            "<vm href=\"/vms/1\" id=\"1\"><name>web</name><memory>1</memory><stateless>true</stateless>\
             <creation_time>2024-01-02T03:04:05.006+01:00</creation_time><status>unheard_of</status>\
             <cpu><topology><cores>2</cores></topology></cpu><usb><enabled>false</enabled></usb>\
             <cluster href=\"/clusters/7\" id=\"7\"/><template id=\"3\"><name>t</name><status>ok</status></template>\
             <link href=\"/vms/1/nics\" rel=\"nics\"/><tags/>\
             <custom_properties><custom_property><name>a</name></custom_property></custom_properties>\
             <os><boot><devices><device>hd</device><device>cdrom</device></devices></boot></os></vm>",
        )
        .expect("a VM");
        let mut target = Vm::new();
        copy(&vm, &mut target);
        assert_eq!(target, vm);
        let boot = vm.os.as_deref().and_then(|os| os.boot.as_deref());
        let mut target = Boot::new();
        copy(boot.expect("boot order"), &mut target);
        assert_eq!(target.devices.map(|devices| devices.len()), Some(2));
    }
}
