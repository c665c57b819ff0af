//! Users of the engine, and the directory that they come from.

use crate::caller::USERNAME;
use crate::defaults::{self, hexadecimal};
use crate::node::Node;
use crate::object::{DOMAINS, ObjectRef, PERMISSIONS, USERS};
use crate::world::World;

/// Finds the user of a login: `jane@internal` is the user name `jane@internal-authz`.
fn find<'a>(world: &'a World, login: &str) -> Option<&'a Node> {
    let mut users = world.store.list(USERS).iter();
    users.find(|user| {
        let name = user.get("user_name").unwrap_or_default();
        name.strip_suffix("-authz") == Some(login)
    })
}

/// Returns the identifier of the user of a login; empty if it is none of the engine.
pub(crate) fn user_of(world: &World, login: &str) -> String {
    find(world, login).map_or("", Node::id).to_owned()
}

/// Whether the API accepts a user: the administrator, and users with a permission of their own.
pub(crate) fn may_log_in(world: &World, login: &str) -> bool {
    if login == USERNAME {
        return true;
    }
    let Some(user) = find(world, login).map(Node::id) else {
        return false;
    };
    let mut collections = world.store.all();
    collections.any(|(path, objects)| {
        path.rsplit('/').next() == Some(PERMISSIONS)
            && objects
                .iter()
                .any(|permission| permission.child("user").is_some_and(|own| own.id() == user))
    })
}

/// Adds a user unless it exists; returns the identifier.
pub(crate) fn ensure_user(world: &mut World, login: &str) -> String {
    if let Some(user) = find(world, login) {
        return user.id().to_owned();
    }
    let principal = login.rsplit_once('@').map_or(login, |(name, _)| name);
    let mut user = Node::new("user")
        .with_text("name", principal)
        .with_text("user_name", format!("{login}-authz"));
    complete_user(world, &mut user);
    world.store.add(USERS, user).id().to_owned()
}

/// Adds a user to the directory.
pub(crate) fn add_to_directory(world: &mut World, login: &str) {
    let mut user = Node::new("user").with_text("user_name", format!("{login}-authz"));
    complete_user(world, &mut user);
    let id = user.get("domain_entry_id").unwrap_or_default().to_owned();
    user.set_attribute("id", &id);
    user.remove("domain_entry_id");
    user.children.push(Node::new("groups"));
    let domain = user.child("domain").map_or("", Node::id);
    let listed = ObjectRef::new(DOMAINS, domain).item(USERS, id);
    if !listed.exists(world) {
        world.store.add(listed.collection(), user);
    }
}

/// Sets the members of a user that come from the directory.
pub(crate) fn complete_user(world: &World, user: &mut Node) {
    let user_name = user.get("user_name").unwrap_or_default();
    let principal = user_name
        .rsplit_once('@')
        .map_or(user_name, |(name, _)| name);
    let principal = principal.to_owned();
    user.set_default("name", principal.clone());
    user.set_default("department", "");
    user.set_default("domain_entry_id", entry_id(&principal));
    user.set_default("email", format!("{principal}@localhost"));
    user.set_default("last_name", "");
    user.set_default("namespace", "*");
    user.set_default("principal", principal);
    if let Some(domain) = world.store.list(DOMAINS).first() {
        let name = domain.get("name").unwrap_or_default();
        *user.child_mut("domain") = Node::reference("domain", domain.id()).with_text("name", name);
    }
}

/// Returns the identifier of a user in the directory.
fn entry_id(principal: &str) -> String {
    let id = match principal {
        // The directory of every engine has this one.
        "admin" => "d6a78445-48df-4e17-bd7d-16e4c7185a95".to_owned(),
        other => defaults::uuid_of(other),
    };
    hexadecimal(&id).to_uppercase()
}
