//! The engine's latest event about an object, for the error of a failed wait.

use std::time::Duration;

use ovirt_types::__private::{Object, Reflect, text_of};
use ovirt_types::{Event, Link};

use crate::connection::Connection;

/// How many of the newest events are searched.
const NEWEST: i64 = 100;

/// The time limit of the request: the wait is over already.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Requests the newest events; returns the description of the latest one about an object.
pub(crate) async fn find(connection: &Connection, object: &dyn Reflect) -> Option<String> {
    let events = connection.system_service().events_service();
    let events = events.list().max(NEWEST).with_timeout(TIMEOUT).await.ok()?;
    let about = events.iter().filter(|event| is_about(event, object));
    let number = |event: &Event| event.id.as_deref().and_then(|id| id.parse::<u64>().ok());
    about.max_by_key(|event| number(event))?.description.clone()
}

/// Whether an event refers to an object, or else mentions its name: most types have no reference.
fn is_about(event: &Event, object: &dyn Reflect) -> bool {
    let reference = match object.struct_info().type_name {
        "Cluster" => id(event.cluster.as_ref()),
        "DataCenter" => id(event.data_center.as_ref()),
        "Host" => id(event.host.as_ref()),
        "StorageDomain" => id(event.storage_domain.as_ref()),
        "Template" => id(event.template.as_ref()),
        "Vm" => id(event.vm.as_ref()),
        _ => None,
    };
    if reference.is_some() {
        return reference == text_of(object, "id");
    }
    let name = text_of(object, "name").filter(|name| !name.is_empty());
    let description = event.description.as_deref().unwrap_or_default();
    name.is_some_and(|name| mentions(description, name))
}

fn id<T: Object>(link: Option<&Link<T>>) -> Option<&str> {
    link?.id()
}

/// Whether a text contains a name that is not a part of another one.
fn mentions(text: &str, name: &str) -> bool {
    let is_part = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-');
    text.match_indices(name).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + name.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

#[cfg(test)]
mod tests {
    use ovirt_types::{Disk, Event, Host, Link, Vm};

    use super::is_about;

    #[test]
    fn events_about_an_object_refer_to_it_or_mention_its_name() {
        let event = |text: &str| Event::new().description(text);
        let vm = Vm::with_id("1").name("web1");
        assert!(is_about(&event("VM web1 is down."), &vm));
        assert!(!is_about(&event("VM web1-2 is down."), &vm));
        assert!(!is_about(&event("VM aweb1 is down."), &vm));
        assert!(is_about(&event("?").vm(Vm::with_id("1")), &vm));
        assert!(!is_about(
            &event("VM web1 is down.").vm(Vm::with_id("2")),
            &vm
        ));
        assert!(is_about(&event("'web1': no").host(Host::with_id("1")), &vm));
        let disk = Disk::with_id("7").name("data");
        assert!(is_about(&event("The disk data is illegal."), &disk));
        assert!(!is_about(
            &event("The disk is illegal."),
            &Disk::with_id("7").name("")
        ));
        let _: Option<Link<Vm>> = event("").vm;
    }
}
