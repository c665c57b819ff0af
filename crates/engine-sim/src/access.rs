//! Authorization: what a user sees and may do, derived from the permissions of the user and of the
//! group `Everyone`, on objects, their ancestors or the whole system.

use std::collections::{HashMap, HashSet};

use crate::caller::{ADMINISTRATE, Caller, EVERYONE, Grant, Permits, SUPER_USER, USERNAME};
use crate::directory;
use crate::fault::Fault;
use crate::kind::{Kind, Visible};
use crate::kinds;
use crate::kinds::permission::object_of;
use crate::kinds::role::{OBJECT_ONLY, READ_ONLY};
use crate::message::Parameters;
use crate::node::{Node, refers_to};
use crate::object::{ObjectRef, PERMISSIONS, PERMITS, ROLES};
use crate::world::World;

impl Caller {
    /// Returns the caller for a login name.
    pub(crate) fn new(world: &World, login: &str) -> Self {
        let mut caller = Self {
            user: directory::user_of(world, login),
            ..Self::default()
        };
        // Independent of loaded or removed permissions.
        if login == USERNAME {
            caller.administrator = true;
            caller.grants.push(Grant::superuser());
            return caller;
        }
        for permission in world.store.list(PERMISSIONS) {
            caller.add_permission(world, permission, None);
        }
        if !caller.is_superuser() {
            caller.load_visibility(world);
        }
        caller
    }

    /// Collects what the visibility checks need for users who do not see everything.
    fn load_visibility(&mut self, world: &World) {
        let attachments: Vec<&str> = kinds::all()
            .map(|kind| kind.attached_in)
            .filter(|collection| !collection.is_empty())
            .collect();
        for (path, objects) in world.store.all() {
            let mut steps = path.rsplit('/');
            let (collection, holder) = (steps.next().unwrap_or_default(), steps.next());
            let Some(holder) = holder else { continue };
            if collection == PERMISSIONS {
                for permission in objects {
                    self.add_permission(world, permission, Some(holder));
                }
            } else if attachments.contains(&collection) {
                for attachment in objects {
                    let owners = self.owners.entry(attachment.id().to_owned());
                    owners.or_default().push(holder.to_owned());
                }
            }
        }
        let inclusive = self.grants.iter().filter(|grant| grant.includes_children);
        let objects = inclusive.filter_map(|grant| grant.object.as_ref());
        self.visible_parents = objects
            .flat_map(|id| ancestors(world, id, &self.owners))
            .collect();
    }

    /// Adds the grant of a permission if it applies to the user.
    fn add_permission(&mut self, world: &World, permission: &Node, holder: Option<&str>) {
        let holds = |tag: &str, id: &str| permission.child(tag).is_some_and(|who| who.id() == id);
        if !holds("user", &self.user) && !holds("group", EVERYONE) {
            return;
        }
        let id = permission.child("role").map_or("", Node::id);
        let role = ObjectRef::new(ROLES, id);
        let name = role.text(world, "name").unwrap_or_default();
        let administrative = role.has(world, "administrative", "true");
        self.administrator |= administrative;
        self.grants.push(Grant {
            permits: if name == SUPER_USER {
                Permits::All
            } else {
                permits(world, &role, administrative && name != READ_ONLY)
            },
            includes_children: !OBJECT_ONLY.contains(&name),
            role: name.to_owned(),
            object: object_of(permission)
                .map(Node::id)
                .or(holder)
                .map(str::to_owned),
        });
    }

    /// Applies the request's `filter` parameter.
    ///
    /// # Errors
    ///
    /// Fails if a user without a role for administrators asks for the unfiltered view.
    pub(crate) fn apply_filter(&mut self, parameters: &Parameters) -> Result<(), Fault> {
        let requested = parameters.flag("filter").unwrap_or(!self.administrator);
        if !requested && !self.administrator {
            return Err(Fault::forbidden());
        }
        self.filtered = requested && !self.is_superuser();
        Ok(())
    }

    /// Whether the caller sees an object of a type.
    pub(crate) fn sees(&self, world: &World, kind: &Kind, object: &Node) -> bool {
        match kind.visible {
            _ if !self.filtered => return true,
            Visible::Always => return true,
            Visible::Oneself => return object.id() == self.user,
            Visible::Holder => return refers_to(object, "user", &self.user),
            Visible::Permitted => {}
        }
        if self.visible_parents.contains(object.id()) {
            return true;
        }
        let ancestors = ancestors(world, object.id(), &self.owners);
        self.grants.iter().any(|grant| match &grant.object {
            Some(id) if *id == object.id() => true,
            Some(id) => grant.includes_children && ancestors.contains(id),
            None => grant.includes_children,
        })
    }

    /// Fails if the caller may not execute a command. A new object belongs to the objects in its
    /// path and in its document.
    pub(crate) fn check_command(
        &self,
        world: &World,
        path: &str,
        permit: &str,
        new: Option<(&Kind, &Node)>,
    ) -> Result<(), Fault> {
        if self.is_superuser() {
            return Ok(());
        }
        let mut objects: Vec<String> = path.split('/').map(str::to_owned).collect();
        if let Some((kind, document)) = new {
            let is_owner = |tag: &str| {
                let is_parent = kind.parents.contains(&tag) && !kind.set_by_engine.contains(&tag);
                is_parent || kind.add.owners.contains(&tag)
            };
            let children = document.children.iter();
            let owners = children.filter(|child| is_owner(&child.tag));
            let owners = owners.flat_map(|owner| std::iter::once(owner).chain(&owner.children));
            objects.extend(owners.map(|owner| owner.id().to_owned()));
        }
        let mut all: HashSet<String> = objects
            .iter()
            .flat_map(|id| ancestors(world, id, &self.owners))
            .collect();
        all.extend(objects);
        let permitted = |grant: &Grant| {
            grant.permits.has(permit) && grant.object.as_ref().is_none_or(|id| all.contains(id))
        };
        if self.grants.iter().any(permitted) {
            Ok(())
        } else {
            Err(Fault::forbidden())
        }
    }
}

/// Returns the identifiers of all ancestors of an object. `owners` has the identifiers of the
/// objects that others are attached to, by the identifiers of these.
pub(crate) fn ancestors(
    world: &World,
    id: &str,
    owners: &HashMap<String, Vec<String>>,
) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut pending = vec![id.to_owned()];
    while let Some(id) = pending.pop() {
        let mut kinds = kinds::all().filter(|kind| !kind.parents.is_empty());
        let own = kinds.find_map(|kind| {
            let home = world.schema.home(kind.name)?;
            let object = ObjectRef::new(home, &id).get(world)?;
            Some((kind, object))
        });
        let Some((kind, object)) = own else {
            continue;
        };
        let children = object.children.iter();
        let parents = children
            .filter(|child| kind.parents.contains(&child.tag.as_str()))
            .flat_map(|child| std::iter::once(child).chain(&child.children))
            .map(|node| node.id().to_owned());
        let attached = owners.get(&id).into_iter().flatten().cloned();
        for id in parents.chain(attached) {
            if !id.is_empty() && found.insert(id.clone()) {
                pending.push(id);
            }
        }
    }
    found
}

/// Returns the permits of a role.
fn permits(world: &World, role: &ObjectRef, administrative: bool) -> Permits {
    let own = world.store.list(&role.below(PERMITS)).iter();
    let own = own.filter_map(|permit| permit.get("name"));
    let mut names: Vec<String> = own.map(str::to_owned).collect();
    if administrative {
        names.push(ADMINISTRATE.to_owned());
    }
    Permits::Named(names)
}
