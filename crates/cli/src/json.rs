//! [`Json`]: documents of the API as the JSON that the command line shows.

use std::collections::BTreeSet;

use ovirt::types::View;
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::{Map, Value};

/// A value of a document. Its JSON has the names of the model, and lists are arrays. Addresses, and
/// lists that the engine only refers to, are left out unless `links` are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<'a> {
    pub(crate) view: View<'a>,
    pub(crate) links: bool,
}

impl<'a> Json<'a> {
    pub(crate) fn to_value(self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// Only these members of an object.
    pub(crate) fn select(self, names: &BTreeSet<String>) -> Value {
        let View::Object(object) = self.view else {
            return self.to_value();
        };
        let members = names.iter().filter_map(|name| {
            let view = object.get(name)?;
            let is_shown = self.links || !is_address(name, &view);
            is_shown.then(|| (name.clone(), Self { view, ..self }.to_value()))
        });
        Value::Object(members.collect::<Map<_, _>>())
    }

    /// The items of a list; none of an object.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        let list = match self.view {
            View::List(list) => Some(list),
            _ => None,
        };
        let items = list.into_iter().flat_map(|list| list.items());
        items.map(move |view| Self { view, ..self })
    }

    fn members(self) -> impl Iterator<Item = (&'static str, Self)> {
        let object = match self.view {
            View::Object(object) => Some(object),
            _ => None,
        };
        let members = object.into_iter().flat_map(|object| object.members());
        let shown = members.filter(move |(name, view)| self.links || !is_address(name, view));
        shown.map(move |(name, view)| (name, Self { view, ..self }))
    }
}

fn is_address(name: &str, view: &View<'_>) -> bool {
    name == "href" || matches!(view, View::List(list) if list.is_link())
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.view {
            View::Text(text) => serializer.serialize_str(text),
            View::Boolean(value) => serializer.serialize_bool(value),
            View::Integer(value) => serializer.serialize_i64(value),
            View::Decimal(value) => serializer.serialize_f64(value),
            View::Date(date) => serializer.collect_str(&date),
            View::Object(_) => serializer.collect_map(self.members()),
            View::List(list) => match list.href().filter(|_| self.links) {
                Some(href) => {
                    let mut map = serializer.serialize_map(Some(2))?;
                    map.serialize_entry("href", &href)?;
                    map.serialize_entry("items", &self.items().collect::<Vec<_>>())?;
                    map.end()
                }
                None => serializer.collect_seq(self.items()),
            },
            _ => serializer.serialize_none(),
        }
    }
}

#[cfg(test)]
mod tests {
    use ovirt::types::Document;
    use serde_json::json;

    use super::*;

    fn json(xml: &str, links: bool) -> Value {
        let document = Document::from_xml(xml).unwrap();
        let view = document.view();
        Json { view, links }.to_value()
    }

    #[test]
    fn lists_are_arrays_and_addresses_are_shown_on_request() {
        let xml = r#"<vm href="/vms/1" id="1">
            <cluster href="/clusters/2" id="2"/>
            <link rel="nics" href="/vms/1/nics"/>
            <disk_attachments href="/vms/1/diskattachments"><disk_attachment id="3"/></disk_attachments>
            <os><boot><devices><device>hd</device></devices></boot></os>
        </vm>"#;
        let boot = json!({"boot": {"devices": ["hd"]}});
        let expected = json!({
            "id": "1",
            "cluster": {"id": "2"},
            "disk_attachments": [{"id": "3"}],
            "os": boot,
        });
        assert_eq!(json(xml, false), expected);
        let expected = json!({
            "href": "/vms/1",
            "id": "1",
            "cluster": {"href": "/clusters/2", "id": "2"},
            "disk_attachments": {"href": "/vms/1/diskattachments", "items": [{"id": "3"}]},
            "nics": {"href": "/vms/1/nics", "items": []},
            "os": boot,
        });
        assert_eq!(json(xml, true), expected);
    }

    #[test]
    fn empty_lists_without_an_address_are_kept() {
        assert_eq!(json("<vm><nics/></vm>", false), json!({"nics": []}));
        assert_eq!(json("<vms/>", false), json!([]));
    }
}
