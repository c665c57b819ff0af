//! The status of storage domains, on which many commands depend.

use crate::fault::Fault;
use crate::node::Node;
use crate::object::{ObjectRef, STORAGE_DOMAINS};
use crate::status::ACTIVE;
use crate::world::World;

/// Returns the data center that a domain is attached to.
pub(crate) fn center_of(world: &World, id: &str) -> Option<String> {
    let domain = ObjectRef::storage_domain(id).get(world)?;
    Some(
        domain
            .child("data_centers")?
            .children
            .first()?
            .id()
            .to_owned(),
    )
}

/// Returns the domain as it is attached to its data center.
pub(crate) fn attachment_of(world: &World, id: &str) -> Option<ObjectRef> {
    let center = ObjectRef::data_center(center_of(world, id)?);
    Some(center.item(STORAGE_DOMAINS, id))
}

/// Returns the status of an attached domain.
pub(crate) fn status(world: &World, id: &str) -> Option<String> {
    let domain = attachment_of(world, id)?;
    domain.text(world, "status").map(str::to_owned)
}

/// Fails if a domain is not active.
pub(crate) fn check_active(world: &World, id: &str, verb: &str, title: &str) -> Result<(), Fault> {
    if !ObjectRef::storage_domain(id).exists(world) {
        return Err(Fault::cannot(verb, title, "Storage Domain doesn't exist."));
    }
    let Some(status) = status(world, id) else {
        return Err(Fault::cannot(
            verb,
            title,
            "The relevant Storage Domain's status is Unattached.",
        ));
    };
    if status == ACTIVE {
        return Ok(());
    }
    Err(refuse(verb, title, &status))
}

/// Returns an active data domain.
pub(crate) fn any_active(world: &World) -> Option<String> {
    let mut all = world.store.list(STORAGE_DOMAINS).iter();
    let is_usable = |domain: &&Node| {
        domain.get("type") == Some("data") && status(world, domain.id()).as_deref() == Some(ACTIVE)
    };
    all.find(is_usable).map(|domain| domain.id().to_owned())
}

/// Refuses a command because of the status of the domain.
pub(crate) fn refuse(verb: &str, title: &str, status: &str) -> Fault {
    let (first, rest) = status.split_at_checked(1).unwrap_or((status, ""));
    let status = first.to_uppercase() + &rest.replace('_', " ");
    let why = format!("The relevant Storage Domain's status is {status}.");
    Fault::cannot(verb, title, why)
}
