//! Authorization: what a user sees and may do, derived from the permissions of the user and of the
//! group `Everyone`, on objects, their ancestors or the whole system.

use std::collections::{HashMap, HashSet};

use crate::defaults;
use crate::fault::Fault;
use crate::message::Parameters;
use crate::node::{Node, refers_to};
use crate::object::ObjectRef;
use crate::world::World;

/// Login name of the administrator.
pub(crate) const USERNAME: &str = "admin@internal";

/// Identifier of the group of all users.
pub(crate) const EVERYONE: &str = "eee00000-0000-0000-0000-123456789eee";

/// The user who sends a request, with the permissions that apply.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    /// Identifier of the user.
    pub(crate) user: String,
    /// Whether the user has a role for administrators.
    administrator: bool,
    /// Whether the user sees only objects with permissions.
    pub(crate) filtered: bool,
    grants: Vec<Grant>,
    /// Identifiers of the ancestors of objects with permissions, which are visible too.
    visible_parents: HashSet<String>,
    /// VMs and templates by the identifiers of their disks. Empty for users who see everything.
    owners: HashMap<String, Vec<String>>,
}

/// A role on an object, or on the whole system.
#[derive(Debug, Clone)]
struct Grant {
    role: String,
    permits: Permits,
    /// Whether the objects below are visible too.
    includes_children: bool,
    object: Option<String>,
}

/// The permits of a role.
#[derive(Debug, Clone)]
enum Permits {
    All,
    Named(Vec<String>),
}

/// Who sees objects of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Visible {
    /// Everyone.
    Always,
    /// Users with a permission on the object, on an object above it, or on one below.
    Permitted,
    /// The user whom the object stands for.
    Oneself,
    /// The user whom the object refers to.
    Holder,
}

/// The role that permits everything.
const SUPER_USER: &str = "SuperUser";

/// The role for administrators that permits nothing.
const READ_ONLY: &str = "ReadOnlyAdmin";

/// The permit of all commands without one of their own, which roles for administrators have.
pub(crate) const ADMINISTRATE: &str = "administrate";

/// Roles that permit the use of one object without showing the objects below it.
const OBJECT_ONLY: &[&str] = &[
    "CpuProfileOperator",
    "DiskCreator",
    "DiskProfileUser",
    "MacPoolUser",
    "QuotaConsumer",
    "TemplateCreator",
    "UserProfileEditor",
    "UserTemplateBasedVm",
    "VmCreator",
    "VnicProfileUser",
];

/// Members of a permission that refer to its object.
pub(crate) const PERMISSION_OBJECTS: &[&str] = &[
    "cluster",
    "data_center",
    "disk",
    "host",
    "storage_domain",
    "template",
    "vm",
    "vm_pool",
];

/// Members of a new object that refer to what it belongs to, by collection. A permission there
/// suffices to add it. A new VM belongs to its cluster, not to its template.
const OWNERS: &[(&str, &[&str])] = &[
    ("clusters", &["data_center"]),
    ("disks", &["storage_domains"]),
    ("hosts", &["cluster"]),
    ("imagetransfers", &["disk", "image"]),
    ("networks", &["data_center"]),
    ("permissions", PERMISSION_OBJECTS),
    ("templates", &["cluster", "vm"]),
    ("vmpools", &["cluster"]),
    ("vms", &["cluster"]),
    ("vnicprofiles", &["network"]),
];

impl Caller {
    /// Returns the caller for a login name.
    pub(crate) fn new(world: &World, login: &str) -> Self {
        let mut caller = Self {
            user: find(world, login).map_or("", Node::id).to_owned(),
            administrator: false,
            filtered: false,
            grants: Vec::new(),
            visible_parents: HashSet::new(),
            owners: HashMap::new(),
        };
        // Independent of loaded or removed permissions.
        if login == USERNAME {
            caller.administrator = true;
            caller.grants.push(Grant::superuser());
            return caller;
        }
        for permission in world.store.list("permissions") {
            caller.add_permission(world, permission, None);
        }
        if !caller.is_superuser() {
            caller.load_visibility(world);
        }
        caller
    }

    /// Collects what the visibility checks need for users who do not see everything.
    fn load_visibility(&mut self, world: &World) {
        for (path, objects) in world.store.all() {
            let mut steps = path.rsplit('/');
            let (collection, holder) = (steps.next().unwrap_or_default(), steps.next());
            match (collection, holder) {
                ("permissions", Some(_)) => {
                    for permission in objects {
                        self.add_permission(world, permission, holder);
                    }
                }
                ("diskattachments", Some(owner)) => {
                    for attachment in objects {
                        let owners = self.owners.entry(attachment.id().to_owned());
                        owners.or_default().push(owner.to_owned());
                    }
                }
                _ => {}
            }
        }
        let inclusive = self.grants.iter().filter(|grant| grant.includes_children);
        let objects = inclusive.filter_map(|grant| grant.object.as_ref());
        self.visible_parents = objects.flat_map(|id| self.ancestors(world, id)).collect();
    }

    /// Adds the grant of a permission if it applies to the user.
    fn add_permission(&mut self, world: &World, permission: &Node, holder: Option<&str>) {
        let holds = |tag: &str, id: &str| permission.child(tag).is_some_and(|who| who.id() == id);
        if !holds("user", &self.user) && !holds("group", EVERYONE) {
            return;
        }
        let role = permission.child("role").map_or("", Node::id);
        let name = ObjectRef::new("roles", role)
            .text(world, "name")
            .unwrap_or_default();
        let administrative = ObjectRef::new("roles", role).has(world, "administrative", "true");
        self.administrator |= administrative;
        let object = permission
            .children
            .iter()
            .find(|child| PERMISSION_OBJECTS.contains(&child.tag.as_str()))
            .map(Node::id)
            .filter(|id| !id.is_empty())
            .or(holder);
        self.grants.push(Grant {
            permits: if name == SUPER_USER {
                Permits::All
            } else {
                permits(world, role, administrative && name != READ_ONLY)
            },
            includes_children: !OBJECT_ONLY.contains(&name),
            role: name.to_owned(),
            object: object.map(str::to_owned),
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

    /// Whether the caller has the superuser role on the whole system.
    fn is_superuser(&self) -> bool {
        self.grants.iter().any(|grant| {
            let of_all = matches!(grant.permits, Permits::All) && grant.object.is_none();
            of_all && grant.role == SUPER_USER
        })
    }

    /// Whether the caller sees an object of a type.
    pub(crate) fn sees(&self, world: &World, visible: Visible, object: &Node) -> bool {
        match visible {
            _ if !self.filtered => return true,
            Visible::Always => return true,
            Visible::Oneself => return object.id() == self.user,
            Visible::Holder => return refers_to(object, "user", &self.user),
            Visible::Permitted => {}
        }
        if self.visible_parents.contains(object.id()) {
            return true;
        }
        let ancestors = self.ancestors(world, object.id());
        self.grants.iter().any(|grant| match &grant.object {
            Some(id) if *id == object.id() => true,
            Some(id) => grant.includes_children && ancestors.contains(id),
            None => grant.includes_children,
        })
    }

    /// Fails if the caller may not execute a command.
    pub(crate) fn check_command(
        &self,
        world: &World,
        path: &str,
        permit: &str,
        document: Option<&Node>,
    ) -> Result<(), Fault> {
        if self.is_superuser() {
            return Ok(());
        }
        // A new object belongs to the objects in the path, and to some in its document.
        let mut objects: Vec<String> = path.split('/').map(str::to_owned).collect();
        let collection = path.rsplit('/').next().unwrap_or_default();
        let members = OWNERS.iter().find(|(own, _)| *own == collection);
        let members = members.map_or(&[][..], |(_, members)| members);
        let children = document.into_iter().flat_map(|document| &document.children);
        let owners = children.filter(|child| members.contains(&child.tag.as_str()));
        let owners = owners.flat_map(|owner| std::iter::once(owner).chain(&owner.children));
        objects.extend(owners.map(|owner| owner.id().to_owned()));
        let mut all: HashSet<String> = objects
            .iter()
            .flat_map(|id| self.ancestors(world, id))
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

    /// Grants the user roles on an object of a type.
    pub(crate) fn grant(&self, world: &mut World, roles: &[&str], kind: &str, id: &str) {
        let schema = &world.schema;
        let structure = schema.model.structure("permission");
        let has_member = structure.is_some_and(|own| schema.member(own, kind).is_some());
        let path = match schema.home(kind).filter(|_| !has_member) {
            Some(home) => format!("{home}/{id}/permissions"),
            None => "permissions".to_owned(),
        };
        for role in roles {
            let Some(role) = world.find_by_name("roles", role).map(Node::id) else {
                continue;
            };
            let mut permission = Node::new("permission")
                .with(Node::reference("role", role))
                .with(Node::reference("user", &self.user));
            if path == "permissions" {
                permission.children.push(Node::reference(kind, id));
            }
            world.store.add(&path, permission);
        }
    }

    /// Whether the caller sees information about the engine itself.
    pub(crate) fn sees_engine(&self) -> bool {
        self.administrator && !self.filtered
    }

    /// Returns the identifiers of all ancestors of an object.
    fn ancestors(&self, world: &World, id: &str) -> HashSet<String> {
        ancestors(world, id, &self.owners)
    }
}

/// Returns the identifiers of all ancestors of an object. `owners` has VMs and templates by the
/// identifiers of their disks.
pub(crate) fn ancestors(
    world: &World,
    id: &str,
    owners: &HashMap<String, Vec<String>>,
) -> HashSet<String> {
    /// Collections, with the members that refer to the parents of their objects.
    const PARENTS: &[(&str, &[&str])] = &[
        ("clusters", &["data_center"]),
        ("disks", &["storage_domains"]),
        ("hosts", &["cluster"]),
        ("networks", &["data_center"]),
        ("storagedomains", &["data_centers"]),
        ("templates", &["cluster"]),
        ("vmpools", &["cluster"]),
        ("vms", &["cluster", "vm_pool"]),
        ("vnicprofiles", &["network"]),
    ];
    let mut found = HashSet::new();
    let mut pending = vec![id.to_owned()];
    while let Some(id) = pending.pop() {
        let own = PARENTS.iter().find_map(|(home, members)| {
            let object = ObjectRef::new(*home, &id).get(world)?;
            Some((*home, object, *members))
        });
        let Some((home, object, members)) = own else {
            continue;
        };
        let children = object.children.iter();
        let mut next: Vec<String> = children
            .filter(|child| members.contains(&child.tag.as_str()))
            .flat_map(|child| std::iter::once(child).chain(&child.children))
            .map(|node| node.id().to_owned())
            .collect();
        if home == "disks" {
            next.extend(owners.get(&id).into_iter().flatten().cloned());
        }
        for id in next {
            if !id.is_empty() && found.insert(id.clone()) {
                pending.push(id);
            }
        }
    }
    found
}

/// Returns the member of a permission that refers to its object; `None` if it is on the system.
pub(crate) fn permission_object(permission: &Node) -> Option<&Node> {
    permission
        .children
        .iter()
        .find(|child| !matches!(child.tag.as_str(), "role" | "user" | "group"))
}

impl Grant {
    fn superuser() -> Self {
        Self {
            role: SUPER_USER.to_owned(),
            permits: Permits::All,
            includes_children: true,
            object: None,
        }
    }
}

impl Permits {
    fn has(&self, permit: &str) -> bool {
        match self {
            Self::All => true,
            Self::Named(names) => names.iter().any(|name| name == permit),
        }
    }
}

/// Returns the permits of a role.
fn permits(world: &World, role: &str, administrative: bool) -> Permits {
    let own = world.store.list(&format!("roles/{role}/permits")).iter();
    let own = own.filter_map(|permit| permit.get("name"));
    let mut names: Vec<String> = own.map(str::to_owned).collect();
    if administrative {
        names.push(ADMINISTRATE.to_owned());
    }
    Permits::Named(names)
}

/// Finds the user of a login: `jane@internal` is the user name `jane@internal-authz`.
fn find<'a>(world: &'a World, login: &str) -> Option<&'a Node> {
    let mut users = world.store.list("users").iter();
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
        path.rsplit('/').next() == Some("permissions")
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
    world.store.add("users", user)
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
    let path = format!("domains/{domain}/users");
    if !ObjectRef::new(&path, &id).exists(world) {
        world.store.add(&path, user);
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
    if let Some(domain) = world.store.list("domains").first() {
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

/// Returns the bytes of a text as hexadecimal digits.
pub(crate) fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}
