//! The XML schema of the API's documents (`?schema`), made from the model.

use ovirt_model::{Enum, Member, Model, Struct, Type, names};

use crate::node::Node;

/// Returns the schema as XML text.
pub(crate) fn schema(model: &Model) -> String {
    let mut schema = element(
        "xs:schema",
        &[("xmlns:xs", "http://www.w3.org/2001/XMLSchema")],
    );
    for kind in model.structs() {
        let (one, many) = (names::camel(&kind.name), list_type(kind));
        for (tag, name) in [(kind.tag(), &one), (kind.plural_tag(), &many)] {
            let root = element("xs:element", &[("name", &tag), ("type", name)]);
            schema.children.push(root);
        }
    }
    for kind in model.structs() {
        schema.children.push(object_type(model, kind));
        let item = element(
            "xs:element",
            &[("name", &kind.tag()), ("type", &names::camel(&kind.name))],
        );
        schema.children.push(complex_type(&list_type(kind), [item]));
    }
    schema.children.extend(model.enums().map(enumeration));
    schema.to_xml()
}

fn element(tag: &str, attributes: &[(&str, &str)]) -> Node {
    let mut node = Node::new(tag);
    for (name, value) in attributes {
        node.set_attribute(name, value);
    }
    node
}

/// Returns the name of the type of lists of a type.
fn list_type(kind: &Struct) -> String {
    names::camel(&names::plural(&kind.name))
}

/// Returns the type of a struct: members in any order, links and actions, identifier and address.
fn object_type(model: &Model, kind: &Struct) -> Node {
    let members = model.members(kind);
    let elements = members.iter().filter(|member| !member.is_attribute());
    let elements = elements.map(|member| member_element(model, member));
    let generated = ["actions", "link"].map(|tag| element("xs:element", &[("name", tag)]));
    complex_type(&names::camel(&kind.name), elements.chain(generated))
}

fn complex_type(name: &str, elements: impl IntoIterator<Item = Node>) -> Node {
    let mut choice = element(
        "xs:choice",
        &[("minOccurs", "0"), ("maxOccurs", "unbounded")],
    );
    choice.children.extend(elements);
    let mut kind = element("xs:complexType", &[("name", name)]).with(choice);
    for attribute in ["href", "id", "rel"] {
        let attribute = [("name", attribute), ("type", "xs:string")];
        kind.children.push(element("xs:attribute", &attribute));
    }
    kind
}

fn member_element(model: &Model, member: &Member) -> Node {
    let tag = member.tag();
    let target = member.kind.named().and_then(|name| model.structure(name));
    match (member.list, target) {
        (true, Some(target)) => element(
            "xs:element",
            &[("name", &tag), ("type", &list_type(target))],
        ),
        (true, None) => {
            let item_tag = member.scalar_item_tag();
            let item = element(
                "xs:element",
                &[("name", &item_tag), ("type", &type_name(&member.kind))],
            );
            let mut list = complex_type("", [item]);
            list.attributes.clear();
            element("xs:element", &[("name", &tag)]).with(list)
        }
        (false, _) => {
            let name = type_name(&member.kind);
            element("xs:element", &[("name", &tag), ("type", &name)])
        }
    }
}

/// Returns the name of a type in schemas.
pub(crate) fn type_name(kind: &Type) -> String {
    match kind {
        Type::String => "xs:string".to_owned(),
        Type::Boolean => "xs:boolean".to_owned(),
        Type::Integer { long: true } => "xs:long".to_owned(),
        Type::Integer { long: false } => "xs:int".to_owned(),
        Type::Decimal => "xs:decimal".to_owned(),
        Type::Date => "xs:dateTime".to_owned(),
        Type::Named(name) => names::camel(name),
    }
}

fn enumeration(item: &Enum) -> Node {
    let mut restriction = element("xs:restriction", &[("base", "xs:string")]);
    for value in &item.values {
        let value = element("xs:enumeration", &[("value", &value.name)]);
        restriction.children.push(value);
    }
    element("xs:simpleType", &[("name", &names::camel(&item.name))]).with(restriction)
}
